/*
 * What copying does to one customer, by account type on the source and on the destination
 * (S0, "Possible behavior for customer account movement"; S2; design, section 2, Copying).
 * This one constant drives the rule, the report, the explanation on screen and the test.
 */

/** What an e-mail key holds on a site. */
export type Holding = 'nobody' | 'portal-only' | 'atlassian' | 'both';

/** What a source offers to copy: `both` is classified as its Atlassian account and named in the report. */
export type SourceHolding = 'portal-only' | 'atlassian' | 'deleted';

/** What the run does for the customer. */
export type CopyAction =
  'create' | 'link' | 'add-to-site' | 'group' | 'duplicate' | 'link-duplicate' | 'former-user';

/** What an administrator must still do afterwards. */
export type Attention = 'review-group' | 'upgrade-portal-only';

export type CopyRule = {
  readonly action: CopyAction;
  /** What the e-mail key holds on the destination afterwards. */
  readonly after: Holding;
  /** The account that arriving requests are attached to. */
  readonly attachTo: 'portal-only' | 'atlassian' | 'former-user';
  readonly attention: readonly Attention[];
};

export const COPY_TABLE: Readonly<Record<SourceHolding, Readonly<Record<Holding, CopyRule>>>> = {
  'portal-only': {
    nobody: { action: 'create', after: 'portal-only', attachTo: 'portal-only', attention: [] },
    'portal-only': { action: 'link', after: 'portal-only', attachTo: 'portal-only', attention: [] },
    atlassian: {
      action: 'group',
      after: 'atlassian',
      attachTo: 'atlassian',
      attention: ['review-group'],
    },
    both: {
      action: 'link-duplicate',
      after: 'both',
      attachTo: 'portal-only',
      attention: ['upgrade-portal-only', 'review-group'],
    },
  },
  atlassian: {
    nobody: { action: 'add-to-site', after: 'atlassian', attachTo: 'atlassian', attention: [] },
    'portal-only': {
      action: 'duplicate',
      after: 'both',
      attachTo: 'atlassian',
      attention: ['upgrade-portal-only'],
    },
    atlassian: { action: 'link', after: 'atlassian', attachTo: 'atlassian', attention: [] },
    both: {
      action: 'link-duplicate',
      after: 'both',
      attachTo: 'atlassian',
      attention: ['upgrade-portal-only'],
    },
  },
  deleted: {
    nobody: former('nobody'),
    'portal-only': former('portal-only'),
    atlassian: former('atlassian'),
    both: former('both'),
  },
};

function former(after: Holding): CopyRule {
  return { action: 'former-user', after, attachTo: 'former-user', attention: [] };
}

/** Names what a site holds under one e-mail key. */
export function holdingOf(hasPortalOnly: boolean, hasAtlassian: boolean): Holding {
  if (hasPortalOnly) return hasAtlassian ? 'both' : 'portal-only';
  return hasAtlassian ? 'atlassian' : 'nobody';
}

/** How the table reads a source holding: an address with both types counts as its Atlassian account. */
export function sourceHoldingOf(
  holding: Exclude<Holding, 'nobody'>,
): Exclude<SourceHolding, 'deleted'> {
  return holding === 'portal-only' ? 'portal-only' : 'atlassian';
}

/** Whether a portal-only account is among what a site holds. */
export function holdsPortalOnly(holding: Holding): boolean {
  return holding === 'portal-only' || holding === 'both';
}
