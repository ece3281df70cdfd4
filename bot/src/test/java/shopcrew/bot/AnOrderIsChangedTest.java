package shopcrew.bot;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shopcrew.db.Order;

/// Who wants an own order changed is told how it stands and what the rules say, and a person does
/// it.
class AnOrderIsChangedTest extends StoreWorld {
  private Order waiting;
  private Order anothers;

  @BeforeEach
  void wangFangIsKnown() {
    waiting = order("state = 'TO_SHIP'");
    anothers = order("customer_id <> '" + waiting.customerId() + "'");
    String phone = waiting.receiverPhone();
    wangFang.says(waiting.id() + " 手机尾号 " + phone.substring(phone.length() - 4));
    wangFang.sees("核实好了");
  }

  private Order order(String which) {
    String id =
        shop.rooms()
            .database()
            .read(
                h ->
                    h.createQuery(
                            "SELECT id FROM orders WHERE "
                                + which
                                + " AND receiver_phone <> '' ORDER BY created_at DESC LIMIT 1")
                        .mapTo(String.class)
                        .one());
    return shop.store().orders().byId(id).orElseThrow();
  }

  @Test
  void an_address_is_changed_by_a_person_who_sees_the_order() {
    wangFang.says("收货地址写错了，帮我改一下地址");
    wangFang.sees(waiting.id(), "还没发出", "由人工来办", "没发货都可以改");
    mei.sees(waiting.id(), waiting.status(), "改一下地址");
  }

  @Test
  void a_cancellation_too_and_nothing_is_cancelled_by_the_team() {
    wangFang.says("帮我取消订单 " + waiting.id());
    wangFang.sees(waiting.id(), "由人工来办", "没发货直接取消");
    mei.sees(waiting.id(), "取消订单");
    jun.sees(waiting.id());
  }

  @Test
  void somebody_elses_order_is_neither_changed_nor_spoken_of() {
    mei.seesNothing();
    wangFang.says("帮我取消订单 " + anothers.id());
    wangFang.sees("不在您的名下");
    mei.seesNothing();
  }
}
