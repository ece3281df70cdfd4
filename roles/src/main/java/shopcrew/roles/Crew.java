package shopcrew.roles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import shopcrew.db.Store;
import shopcrew.prompts.Phrase;
import shopcrew.prompts.Prompts;
import shopcrew.prompts.Words;
import shopcrew.roles.books.Shelf;
import shopcrew.roles.campaigns.CampaignTools;
import shopcrew.roles.catalogue.ProductFinder;
import shopcrew.roles.customerservice.CustomerTools;
import shopcrew.roles.customerservice.DeskTools;
import shopcrew.roles.customerservice.Shelves;
import shopcrew.roles.model.HouseModel;
import shopcrew.roles.model.Phrases;
import shopcrew.roles.product.ProductTools;
import shopcrew.roles.promotion.PromotionTools;
import shopcrew.roles.storemanager.StoreManagerTools;

/// Puts the five to work in one shop.
public final class Crew {
  private static final Outcome NOTHING = new Outcome.Answer(Told.of(""));

  private Crew() {}

  /// @param store the shop's own tables
  public static Team of(Store store, Minds minds) {
    return of(store, new Shelves(store), minds);
  }

  /// @param shelves where others answer from, too
  public static Team of(Store store, Shelves shelves, Minds minds) {
    Phrases owners = Learnt.OWNERS;
    Phrases customers = Learnt.CUSTOMERS;
    Map<RoleName, Role> byName = new EnumMap<>(RoleName.class);
    var goods = new Shelf.Kept(store);
    for (RoleName name : RoleName.values()) {
      Object tools =
          switch (name) {
            case STORE_MANAGER -> new StoreManagerTools(store, goods, owners, words(name));
            case PRODUCT -> new ProductTools(store, goods, words(name));
            case CUSTOMER_SERVICE -> new DeskTools(store, shelves, words(name));
            case PROMOTION -> new PromotionTools(store, goods, words(name));
            case CAMPAIGNS -> new CampaignTools(store, goods, words(name));
          };
      byName.put(
          name,
          role(
              name, minds, new HouseModel(owners), tools, _ -> goods.now().finder(), _ -> NOTHING));
    }
    var atTheCounter =
        new CustomerTools(
            shelves,
            store.identification(),
            store::myOrders,
            store.timeLimits(),
            store.factTimes(),
            customers,
            words(RoleName.CUSTOMER_SERVICE));
    Role counter =
        role(
            RoleName.CUSTOMER_SERVICE,
            minds,
            new HouseModel(customers),
            atTheCounter,
            shelves::goods,
            atTheCounter::otherwise);
    return new Team(owners, customers, byName, counter, new Door(minds, new HouseModel(owners)));
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

  private static Words words(RoleName name) {
    return Prompts.words(name.folder());
  }

  private static Role role(
      RoleName name,
      Minds minds,
      HouseModel house,
      Object tools,
      Function<LocalDate, ProductFinder> goods,
      Function<Turn, Outcome> otherwise) {
    return new Role(name, Prompts.system(name.folder()), minds, house, tools, goods, otherwise);
  }
}
