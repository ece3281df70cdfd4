package shopcrew.db;

/// Where an order stands, whatever word the shop's platform has for it.
public enum OrderState {
  UNPAID,
  TO_SHIP,
  SHIPPED,
  DELIVERED,
  DONE,
  PART_REFUNDED,
  REFUNDED,
  CANCELLED,
  OTHER
}
