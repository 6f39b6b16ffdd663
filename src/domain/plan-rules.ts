/*
 * The rules of every kind of plan in one: the copy table for what a site holds, the server table for
 * whom a server knows. Forecast, run, report and explanation ask here and need not tell them apart.
 */
import {
  COPY_TABLE,
  holdingOf,
  sourceHoldingOf,
  type CopyAction,
  type Holding,
  type SourceHolding as SiteRow,
} from './copy-table.ts';
import { SERVER_TABLE, type ServerAction, type ServerRow } from './server-table.ts';

/** A row of one of the tables. */
type PlanRow = SiteRow | ServerRow;

/** What a plan does for somebody. */
export type PlanAction = CopyAction | ServerAction;

/** What an address is on the source: what a site holds (`deleted` when nothing is left), or a server's row. */
export type SourceHolding = Exclude<Holding, 'nobody'> | 'deleted' | ServerRow;

export type PlanRule = {
  readonly action: PlanAction;
  /** What the e-mail key holds on the destination afterwards. */
  readonly after: Holding;
  /** The account that arriving requests are attached to. */
  readonly attachTo: 'portal-only' | 'atlassian' | 'former-user';
  readonly attention: readonly ('review-group' | 'upgrade-portal-only')[];
};

const RULES: Readonly<Record<PlanRow, Readonly<Record<Holding, PlanRule>>>> = {
  ...COPY_TABLE,
  ...SERVER_TABLE,
};

/** What a site holds under an address, as a source. */
export function siteHolding(hasPortalOnly: boolean, hasAtlassian: boolean): SourceHolding {
  const holding = holdingOf(hasPortalOnly, hasAtlassian);
  return holding === 'nobody' ? 'deleted' : holding;
}

/** The rule for what the source and the destination hold. */
export function ruleOf(source: SourceHolding, destination: Holding): PlanRule {
  return RULES[source === 'both' ? sourceHoldingOf(source) : source][destination];
}
