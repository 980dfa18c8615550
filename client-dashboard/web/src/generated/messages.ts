// Generated from grains/Contracts by client-dashboard/TypeScript; changes here are lost.

/** An instant as ISO 8601 with its offset. */
export type Instant = string;

export interface Actor {
  readonly organisation: string;
  readonly name: string;
  readonly role: ActorRole;
}

export const actorRoleWords = [
  'system',
  'partner',
  'officer',
  'investigator',
  'supervisor',
  'operator',
] as const;
export type ActorRole = (typeof actorRoleWords)[number];

export interface Anchor {
  readonly fact: string;
  readonly at: Instant;
  readonly evidence: string | null;
  readonly length: number | null;
}

export interface CaseFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface CaseOption {
  readonly action: string;
  readonly words: string;
  readonly to: string;
  readonly who: string;
  readonly needs: readonly string[];
  readonly clock: string | null;
}

export interface CaseStep {
  readonly revision: number;
  readonly action: string;
  readonly to: string;
  readonly by: string;
  readonly at: Instant;
  readonly reason: string | null;
  readonly reference: string | null;
  readonly evidence: readonly CaseFile[];
}

export interface CaseView {
  readonly hold: string;
  readonly authority: string;
  readonly stage: string;
  readonly revision: number;
  readonly options: readonly CaseOption[];
  readonly deadlines: readonly DeadlineView[];
  readonly history: readonly CaseStep[];
  readonly disclosures: readonly DisclosureView[];
}

export const clearancePurposeWords = [
  'load',
  'sort',
  'transfer',
  'in-bond',
  'leave',
  'return',
] as const;
export type ClearancePurpose = (typeof clearancePurposeWords)[number];

export const customsProcedureWords = [
  'import',
  'export',
  'transit',
] as const;
export type CustomsProcedure = (typeof customsProcedureWords)[number];

export const customsReportWords = [
  'none',
  'presented',
  'held',
  'released',
] as const;
export type CustomsReport = (typeof customsReportWords)[number];

export const customsStatusWords = [
  'none',
  'lodged',
  'presented',
  'selected',
  'detained',
  'released',
  'released-with-conditions',
  'seized',
  'excluded',
  'abandoned',
  'exported',
  'forfeited',
  'destroyed',
] as const;
export type CustomsStatus = (typeof customsStatusWords)[number];

export interface CustomsView {
  readonly territory: string;
  readonly procedure: CustomsProcedure;
  readonly status: CustomsStatus;
  readonly since: Instant;
  readonly piecesReleased: number | null;
}

export interface DeadlineView {
  readonly clock: string;
  readonly title: string;
  readonly state: string;
  readonly since: Instant | null;
  readonly lastDay: string;
  readonly endsAt: Instant;
  readonly zone: string;
  readonly port: string;
  readonly turn: string;
  readonly effect: string;
  readonly isProposed: boolean;
  readonly effectDay: string;
  readonly anchor: string;
  readonly anchorAt: Instant;
  readonly evidence: string | null;
  readonly ruleSet: string;
  readonly citation: string;
  readonly known: string;
  readonly reasons: readonly string[];
}

export interface Decision {
  readonly type: 'decision';
  readonly kind: DecisionKind;
  readonly territory: string;
  readonly procedure: CustomsProcedure;
  readonly sequence: number | null;
  readonly pieces: readonly string[];
  readonly pieceCount: number | null;
  readonly hold: HoldTerms | null;
  readonly permits: ClearancePurpose | null;
  readonly deletes: string | null;
  readonly code: string | null;
  readonly text: string | null;
  readonly anchors: readonly Anchor[];
  readonly number: ShipmentNumber;
  readonly source: string;
  readonly id: string | null;
  readonly occurredAt: Instant;
  readonly receivedAt: number;
  readonly reportedBy: Actor;
  readonly corrects: string | null;
  readonly withdraws: boolean;
  readonly evidence: Evidence | null;
}

export const decisionKindWords = [
  'lodged',
  'presented',
  'hold-placed',
  'hold-removed',
  'exam-ordered',
  'exam-completed',
  'request-placed',
  'request-answered',
  'request-removed',
  'permit-given',
  'released',
  'released-with-conditions',
  'detained',
  'seized',
  'excluded',
  'export-allowed',
  'abandoned',
  'exported',
  'forfeited',
  'destroyed',
  'deleted',
  'notified',
  'release-taken-back',
] as const;
export type DecisionKind = (typeof decisionKindWords)[number];

export interface DisclosureView {
  readonly kind: string;
  readonly to: string;
  readonly recipient: string | null;
  readonly stage: string;
  readonly fields: readonly string[];
  readonly reference: string;
  readonly by: string;
  readonly at: Instant;
}

export const discrepancyKindWords = [
  'carrier-says-released',
  'removal-without-hold',
  'removed-by-other',
  'ended-without-case',
  'time-in-future',
  'deletion-without-decision',
  'release-of-unknown-pieces',
  'piece-elsewhere',
  'released-after-seizure',
  'correction-circle',
  'exam-not-ordered',
  'sellers-differ',
  'released-after-abandonment',
] as const;
export type DiscrepancyKind = (typeof discrepancyKindWords)[number];

export interface DiscrepancyView {
  readonly kind: DiscrepancyKind;
  readonly fact: string;
  readonly at: Instant;
  readonly closedBy: string | null;
  readonly closedAt: Instant | null;
  readonly closedFor: string | null;
}

export interface Dispatch {
  readonly type: 'dispatch';
  readonly seller: SellerKey;
  readonly order: string | null;
  readonly listing: string | null;
  readonly goods: readonly GoodsLine[];
  readonly number: ShipmentNumber;
  readonly source: string;
  readonly id: string | null;
  readonly occurredAt: Instant;
  readonly receivedAt: number;
  readonly reportedBy: Actor;
  readonly corrects: string | null;
  readonly withdraws: boolean;
  readonly evidence: Evidence | null;
}

export interface Evidence {
  readonly sha256: string;
  readonly where: string;
}

export type Fact = Scan | Manifest | Dispatch | Decision;

export interface GoodsLine {
  readonly description: string;
  readonly hsCode: string | null;
  readonly brand: string | null;
  readonly value: number | null;
  readonly currency: string | null;
  readonly quantity: number | null;
  readonly weightKg: number | null;
}

export const holdKindWords = [
  'manifest',
  'do-not-load',
  'anti-terrorism',
  'commercial-enforcement',
  'ipr-detention',
  'entry-processing',
  'non-intrusive-exam',
  'tail-gate-exam',
  'intensive-exam',
  'agriculture',
  'other-agency',
  'in-bond-destination',
  'conveyance',
  'seller-order',
  'brand-order',
  'consignee-order',
  'rule-match',
  'officer',
  'carrier',
] as const;
export type HoldKind = (typeof holdKindWords)[number];

export interface HoldPage {
  readonly rows: readonly HoldRow[];
  readonly next: string | null;
  readonly total: number;
}

export interface HoldRow {
  readonly id: string;
  readonly carrier: string;
  readonly number: string;
  readonly kind: HoldKind;
  readonly authority: string;
  readonly reason: string | null;
  readonly legalBasis: string | null;
  readonly port: string | null;
  readonly placedAt: Instant;
  readonly seller: string | null;
  readonly order: string | null;
}

export interface HoldTerms {
  readonly kind: HoldKind | null;
  readonly legalBasis: string | null;
  readonly reason: string | null;
  readonly reference: string | null;
  readonly code: string | null;
  readonly port: string | null;
  readonly reasonRestricted: boolean;
  readonly untilRelease: boolean;
}

export interface HoldView {
  readonly id: string;
  readonly kind: HoldKind;
  readonly authority: string;
  readonly legalBasis: string | null;
  readonly reason: string | null;
  readonly reference: string | null;
  readonly port: string | null;
  readonly placedAt: Instant;
  readonly removedAt: Instant | null;
  readonly pieces: readonly string[];
  readonly order: string | null;
}

export interface LiveChange {
  readonly position: string;
  readonly type: string;
  readonly headline: string;
  readonly at: Instant;
  readonly row: ShipmentRow;
  readonly holds: readonly HoldRow[];
}

export interface LiveCounters {
  readonly totals: SellerCounts;
  readonly factsPerSecond: number;
  readonly at: Instant;
  readonly behindSeconds: number;
}

export interface LiveFrame {
  readonly previous: string;
  readonly position: string;
  readonly resync: boolean;
  readonly changes: readonly LiveChange[];
  readonly rows: readonly ShipmentRow[];
  readonly counters: LiveCounters | null;
}

export interface Manifest {
  readonly type: 'manifest';
  readonly pieces: readonly string[];
  readonly pieceCount: number | null;
  readonly parties: readonly Party[];
  readonly origin: Place | null;
  readonly destination: Place | null;
  readonly goods: readonly GoodsLine[];
  readonly masterBill: string | null;
  readonly conveyance: string | null;
  readonly portOfEntry: string | null;
  readonly expectedArrival: Instant | null;
  readonly partiesHash: number;
  readonly number: ShipmentNumber;
  readonly source: string;
  readonly id: string | null;
  readonly occurredAt: Instant;
  readonly receivedAt: number;
  readonly reportedBy: Actor;
  readonly corrects: string | null;
  readonly withdraws: boolean;
  readonly evidence: Evidence | null;
}

export const orderEffectWords = [
  'watch',
  'refer',
  'stop',
  'hold',
] as const;
export type OrderEffect = (typeof orderEffectWords)[number];

export interface Overview {
  readonly demo: boolean;
  readonly embedded: boolean;
  readonly counters: LiveCounters;
  readonly position: string;
}

export interface Packing {
  readonly box: string;
  readonly out: boolean;
}

export interface Party {
  readonly role: PartyRole;
  readonly reference: string | null;
  readonly country: string | null;
  readonly details: PartyDetails | null;
}

export interface PartyDetails {
  readonly name: string | null;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly account: string | null;
}

export const partyRoleWords = [
  'shipper',
  'consignee',
  'exporter',
  'importer',
  'broker',
  'account-holder',
  'manufacturer',
  'seller',
] as const;
export type PartyRole = (typeof partyRoleWords)[number];

export interface PieceView {
  readonly number: string;
  readonly status: TransportStatus;
  readonly linked: boolean;
}

export interface Place {
  readonly country: string;
  readonly locode: string | null;
  readonly postalCode: string | null;
}

export interface Scan {
  readonly type: 'scan';
  readonly status: TransportStatus;
  readonly code: string | null;
  readonly text: string | null;
  readonly place: Place | null;
  readonly pieces: number | null;
  readonly weightKg: number | null;
  readonly container: string | null;
  readonly masterBill: string | null;
  readonly customs: CustomsReport;
  readonly packing: Packing | null;
  readonly number: ShipmentNumber;
  readonly source: string;
  readonly id: string | null;
  readonly occurredAt: Instant;
  readonly receivedAt: number;
  readonly reportedBy: Actor;
  readonly corrects: string | null;
  readonly withdraws: boolean;
  readonly evidence: Evidence | null;
}

export interface SellerCounts {
  readonly shipments: number;
  readonly inTransit: number;
  readonly held: number;
  readonly seized: number;
  readonly released: number;
  readonly violations: number;
  readonly announced: number;
  readonly delivered: number;
  readonly cancelled: number;
  readonly discrepant: number;
  readonly facts: number;
}

export interface SellerKey {
  readonly marketplace: string;
  readonly account: string;
}

export interface SellerOrder {
  readonly order: string;
  readonly effect: OrderEffect;
  readonly reason: string;
  readonly confidence: number;
  readonly placedAt: Instant;
  readonly expiresAt: Instant | null;
  readonly objections: number;
}

export interface SellerView {
  readonly marketplace: string;
  readonly account: string;
  readonly counts: SellerCounts;
  readonly firstSeen: Instant | null;
  readonly orders: readonly SellerOrder[];
}

export interface ShipmentNumber {
  readonly carrier: string;
  readonly number: string;
}

export interface ShipmentPage {
  readonly rows: readonly ShipmentRow[];
  readonly next: string | null;
}

export interface ShipmentRow {
  readonly carrier: string;
  readonly number: string;
  readonly version: number;
  readonly status: TransportStatus;
  readonly customs: CustomsStatus;
  readonly openHolds: number;
  readonly violations: number;
  readonly discrepancies: number;
  readonly seller: string | null;
  readonly place: string | null;
  readonly lastAt: Instant;
  readonly origin: string | null;
  readonly destination: string | null;
}

export interface ShipmentView {
  readonly carrier: string;
  readonly number: string;
  readonly askedAs: string | null;
  readonly life: number;
  readonly version: number;
  readonly status: TransportStatus;
  readonly statusSince: Instant | null;
  readonly lastPlace: Place | null;
  readonly customs: readonly CustomsView[];
  readonly holds: readonly HoldView[];
  readonly requests: readonly HoldView[];
  readonly pieces: readonly PieceView[];
  readonly pieceCount: number;
  readonly seller: string | null;
  readonly parties: readonly Party[];
  readonly origin: Place | null;
  readonly destination: Place | null;
  readonly goods: readonly GoodsLine[];
  readonly portOfEntry: string | null;
  readonly discrepancies: readonly DiscrepancyView[];
  readonly violations: readonly ViolationView[];
  readonly timeline: readonly TimelineEntry[];
  readonly order: string | null;
  readonly cases: readonly CaseView[];
}

export interface TimelineEntry {
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly receivedAt: Instant;
  readonly by: Actor;
  readonly replacedBy: string | null;
  readonly fact: Fact | null;
  readonly note: string | null;
}

export const transportStatusWords = [
  'no-news',
  'announced',
  'accepted',
  'accepted-picked-up',
  'accepted-inducted',
  'in-transit',
  'in-transit-departed',
  'in-transit-arrived',
  'in-transit-sorted',
  'in-transit-loaded',
  'in-transit-unloaded',
  'in-transit-handed-over',
  'in-transit-delayed',
  'at-border',
  'out-for-delivery',
  'available-for-collection',
  'attempted',
  'attempted-absent',
  'attempted-refused',
  'attempted-address',
  'attempted-access',
  'attempted-customs-fee',
  'delivered',
  'delivered-recipient',
  'delivered-neighbour',
  'delivered-locker',
  'delivered-agent',
  'exception',
  'exception-damaged',
  'exception-lost',
  'exception-missorted',
  'exception-address',
  'exception-weather',
  'exception-security',
  'exception-partial',
  'returning',
  'returned',
  'cancelled',
  'destroyed',
] as const;
export type TransportStatus = (typeof transportStatusWords)[number];

export interface ViolationView {
  readonly hold: string;
  readonly fact: string;
  readonly movedAt: Instant;
  readonly heldSince: Instant;
  readonly knownSince: Instant;
}

/** The main transport statuses, in the order of a journey. */
export const mainTransportStatuses = [
  'no-news',
  'announced',
  'accepted',
  'in-transit',
  'at-border',
  'out-for-delivery',
  'available-for-collection',
  'attempted',
  'delivered',
  'exception',
  'returning',
  'returned',
  'cancelled',
  'destroyed',
] as const;

/** Every headline that a change may carry. */
export const headlines = [
  'lodged',
  'presented',
  'hold-placed',
  'hold-removed',
  'exam-ordered',
  'exam-completed',
  'request-placed',
  'request-answered',
  'request-removed',
  'permit-given',
  'released',
  'released-with-conditions',
  'detained',
  'seized',
  'excluded',
  'export-allowed',
  'abandoned',
  'exported',
  'forfeited',
  'destroyed',
  'deleted',
  'notified',
  'release-taken-back',
  'scan-no-news',
  'scan-announced',
  'scan-accepted',
  'scan-accepted-picked-up',
  'scan-accepted-inducted',
  'scan-in-transit',
  'scan-in-transit-departed',
  'scan-in-transit-arrived',
  'scan-in-transit-sorted',
  'scan-in-transit-loaded',
  'scan-in-transit-unloaded',
  'scan-in-transit-handed-over',
  'scan-in-transit-delayed',
  'scan-at-border',
  'scan-out-for-delivery',
  'scan-available-for-collection',
  'scan-attempted',
  'scan-attempted-absent',
  'scan-attempted-refused',
  'scan-attempted-address',
  'scan-attempted-access',
  'scan-attempted-customs-fee',
  'scan-delivered',
  'scan-delivered-recipient',
  'scan-delivered-neighbour',
  'scan-delivered-locker',
  'scan-delivered-agent',
  'scan-exception',
  'scan-exception-damaged',
  'scan-exception-lost',
  'scan-exception-missorted',
  'scan-exception-address',
  'scan-exception-weather',
  'scan-exception-security',
  'scan-exception-partial',
  'scan-returning',
  'scan-returned',
  'scan-cancelled',
  'scan-destroyed',
  'moved-while-held',
  'fact-withdrawn',
  'manifest-filed',
  'seller-named',
  'hold-made-known',
  'piece-linked',
  'order-matched',
  'order-released',
  'case-decided',
  'notice-issued',
  'discrepancy-closed',
  'noted',
  'deadline-expected',
  'deadline-running',
  'deadline-extended',
  'deadline-warned',
  'deadline-due',
  'deadline-breached',
  'deadline-met',
  'deadline-stopped',
] as const;
export type Headline = (typeof headlines)[number];

/** The most shipments that one connection may watch. */
export const mostWatched = 200;
