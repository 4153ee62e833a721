/**
 * What a CRM should hear when a plan, records, promises or costs have changed: typed events between two
 * states, in one order, each with a key by which a host drops what it has heard already (X2).
 *
 * Builds on the status of orders and the feedback to quotes. Interpretation K71.
 */
export type {
  CreditEvent,
  CrmEvent,
  CrmEventType,
  PromiseAtRiskEvent,
  PromiseEvent,
  PromiseMovedEvent,
  PromiseRecoveredEvent,
  QuoteExpiredEvent,
  QuoteLeadTimeEvent,
  QuoteMoneyEvent,
  ShipmentEvent,
} from "./crm-event.js";
export { crmEventText } from "./crm-event-text.js";
export { crmEvents } from "./crm-events.js";
export type { CrmState } from "./crm-state.js";
