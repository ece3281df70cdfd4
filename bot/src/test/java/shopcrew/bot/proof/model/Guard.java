package shopcrew.bot.proof.model;

/// What stands between a wish and money. Each can be taken away, and then something must break.
enum Guard {
  // The claim (T13), in the transaction that first locks the intent.
  CLAIM_COMPARES,
  CLAIM_NOT_FROZEN,
  CLAIM_EPOCH,
  CLAIM_AFTER_GRACE,
  CLAIM_IN_TIME,
  CLAIM_HAS_HOLD,
  CLAIM_AUTHORITY_ANEW,
  CLAIM_MANDATE_HOLDS,
  CLAIM_BY_ONE_INSTALLATION,
  // Sending (T14).
  SEND_AFTER_COMMIT,
  SEND_ONCE,
  SEND_IN_TIME,
  KEY_OF_THE_INTENT,
  KEY_WHILE_REMEMBERED,
  // Created paused, verified, activated.
  FIND_BEFORE_ACTIVATE,
  EXTRAS_REMOVED,
  FIELDS_COMPARED,
  ACTIVATE_CHECKS_AGAIN,
  // What became of it (T16 to T24).
  REFUSAL_PROVES,
  SILENCE_IS_UNKNOWN,
  UNKNOWN_KEEPS_HOLD,
  ABSENT_AFTER_FLIGHT,
  ABSENT_TWICE,
  LATE_SCAN,
  OWNER_CAN_ATTEST,
  // The yes (T3 to T8).
  TOKEN_ONCE,
  TOKEN_OF_THE_PERSON,
  STEPS_IN_ORDER,
  PERSONS_NOT_ACCOUNTS,
  QUORUM_AT_ARM,
  YES_BEFORE_EXPIRY,
  YES_OF_THIS_EPOCH,
  NO_ENDS_IT,
  TIER_LOOKED_AT_AGAIN,
  // Stopping.
  STOP_ENDS_ARMED,
  UNDO_ENDS_IT,
  // The purse.
  CAP_IN_ONE_CHANGE,
  MANDATE_IN_ONE_CHANGE,
  HOLD_IS_WHOLE,
  RELEASE_ONCE,
  // A copy of the database.
  RESTORED_IS_FROZEN,
  RESTORED_SENDING_IS_UNKNOWN
}
