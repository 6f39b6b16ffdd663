import { labels } from '#src/ui/labels.ts';
import { Card } from '#src/ui/layout.tsx';
import styles from './copy-plans.module.css';

/** What copying does and does not do (S2, S0). */
export function HowItWorksStep() {
  return (
    <Card title="Copy users and customers between two sites" headingLevel={3}>
      <ol className={styles['explained']}>
        <li>
          <strong>You choose a source, a destination and what to copy.</strong> Users and customers
          are chosen apart, and are matched by e-mail address. Requests and customer organizations
          come along with the service projects that you select.
        </li>
        <li>
          <strong>You check before anything is copied.</strong> The forecast shows what happens to
          every customer. Customer organizations of the same name with different members must be
          resolved first.
        </li>
        <li>
          <strong>You run the plan.</strong> Nothing on the destination is overwritten, and
          customers get no e-mail. Customers of an earlier run between the same sites are left out.
        </li>
        <li>
          <strong>You finish what requires attention.</strong> Where an address has another account
          type on each site, the report names the next step: review an imported group, or migrate a
          portal-only account. {labels.viewDetails} keeps count until nothing is left.
        </li>
      </ol>
    </Card>
  );
}
