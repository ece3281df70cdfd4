package shopcrew.db;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One order with its lines. `status` is the shop's own word, `state` what it means.
public record Order(
    String id,
    String customerId,
    LocalDateTime createdAt,
    String channel,
    String adCampaign,
    String status,
    OrderState state,
    Money items,
    Money discount,
    Money shippingFee,
    Money paid,
    Money refunded,
    String refundType,
    String refundReason,
    boolean goodsReturned,
    Money shippingCost,
    Money platformFee,
    String payMethod,
    String receiverName,
    String receiverPhone,
    String receiverAddress,
    String carrier,
    String trackingNo,
    @Nullable LocalDate shippedOn,
    @Nullable LocalDate deliveredOn,
    String buyerNote,
    List<OrderLine> lines) {}
