/* The simulated mailbox: what would be sent, and of what nobody is told. */
import type { SiteId } from '../domain/ids.ts';
import { MESSAGE_KINDS, type Message, type MessageKind } from '../domain/message.ts';
import type { Site } from '../domain/organization.ts';
import type { ListQuery, Page, Tx } from './ports.ts';

export type MessageFilter = ListQuery & {
  readonly siteId?: string | undefined;
  readonly kind?: MessageKind | undefined;
  readonly delivery?: 'sent' | 'not-sent' | undefined;
  readonly to?: string | undefined;
};

/** An entry of the mailbox with its site. */
export type MessageView = Message & { readonly site: Site; readonly sent: boolean };

const KINDS = Object.keys(MESSAGE_KINDS) as MessageKind[];

/** Every persona may look: the mailbox is the simulator's, no administration has it. */
export function listMessages(tx: Tx, filter: MessageFilter): Page<MessageView> {
  const { kind, delivery } = filter;
  const kinds = KINDS.filter(
    (each) =>
      (kind === undefined || each === kind) &&
      (delivery === undefined || isSent(each) === (delivery === 'sent')),
  );
  const siteId = (filter.siteId ?? null) as SiteId | null;
  const page = tx.lists.messages({ ...filter, siteId, kinds, to: filter.to ?? null });
  const items = page.items.map((message) => ({
    ...message,
    site: siteOf(tx, message.siteId),
    sent: isSent(message.kind),
  }));
  return { items, total: page.total };
}

function isSent(kind: MessageKind): boolean {
  return MESSAGE_KINDS[kind].sent;
}

function siteOf(tx: Tx, siteId: SiteId): Site {
  const site = tx.sites.get({ id: siteId });
  if (!site) throw new Error(`A message speaks of the unknown site ${siteId}`);
  return site;
}
