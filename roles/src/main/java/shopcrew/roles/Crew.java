package shopcrew.roles;

import dev.langchain4j.model.chat.ChatModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import shopcrew.db.Store;
import shopcrew.prompts.Phrase;
import shopcrew.prompts.Prompts;
import shopcrew.prompts.Words;
import shopcrew.roles.campaigns.CampaignTools;
import shopcrew.roles.customerservice.CustomerTools;
import shopcrew.roles.customerservice.DeskTools;
import shopcrew.roles.model.HouseModel;
import shopcrew.roles.model.Phrases;
import shopcrew.roles.product.ProductTools;
import shopcrew.roles.promotion.PromotionTools;
import shopcrew.roles.storemanager.StoreManagerTools;

/// Puts the five to work in one shop.
public final class Crew {
  private Crew() {}

  /// @param store the shop's own tables
  /// @param model puts another model before the house model of a role, or gives it back as it is
  public static Team of(Store store, UnaryOperator<ChatModel> model) {
    Phrases owners = Learnt.OWNERS;
    Phrases customers = Learnt.CUSTOMERS;
    Map<RoleName, Role> byName = new EnumMap<>(RoleName.class);
    for (RoleName name : RoleName.values()) {
      byName.put(name, role(name, model.apply(new HouseModel(owners)), desk(name, store, owners)));
    }
    Role counter =
        role(
            RoleName.CUSTOMER_SERVICE,
            model.apply(new HouseModel(customers)),
            new CustomerTools(
                store.catalogue(),
                store.knowledge(),
                store.identification(),
                store::myOrders,
                store.timeLimits(),
                store.factTimes(),
                customers,
                words(RoleName.CUSTOMER_SERVICE)));
    return new Team(owners, customers, byName, counter);
  }

  /// What people say, learnt once for all shops.
  private static final class Learnt {
    static final Phrases OWNERS = Phrases.of(atTheDesk(), "owners");
    static final Phrases CUSTOMERS = Phrases.of(atTheCounter(), "customers");
  }

  /// What owners say.
  static List<Phrase> atTheDesk() {
    var phrases = new ArrayList<Phrase>();
    for (RoleName name : RoleName.values()) {
      String file = name == RoleName.CUSTOMER_SERVICE ? "desk.yaml" : "phrases.yaml";
      phrases.addAll(Prompts.phrases(name.folder(), file));
    }
    return phrases;
  }

  /// What customers say.
  static List<Phrase> atTheCounter() {
    return Prompts.phrases(RoleName.CUSTOMER_SERVICE.folder(), "phrases.yaml");
  }

  private static Object desk(RoleName name, Store store, Phrases owners) {
    Words words = words(name);
    return switch (name) {
      case STORE_MANAGER -> new StoreManagerTools(words, store, owners);
      case PRODUCT -> new ProductTools(words, store);
      case CUSTOMER_SERVICE -> new DeskTools(store, words);
      case PROMOTION -> new PromotionTools(store, words);
      case CAMPAIGNS -> new CampaignTools(store, words);
    };
  }

  private static Words words(RoleName name) {
    return Prompts.words(name.folder());
  }

  private static Role role(RoleName name, ChatModel model, Object tools) {
    return new Role(name, Prompts.system(name.folder()), model, tools);
  }
}
