import type { Organization } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { SectionHeading, Stack, VisuallyHidden } from '#src/ui/layout.tsx';
import { accountTypeFacts } from './account-type-facts.ts';
import styles from './account-types.module.css';

type AccountTypeTableProps = { readonly experience: Organization['experience'] };

/** Both account types side by side. */
export function AccountTypeTable({ experience }: AccountTypeTableProps) {
  return (
    <section>
      <Stack gap="100">
        <SectionHeading>Side by side</SectionHeading>
        <div className={styles['scroller']}>
          <table className={styles['table']}>
            <caption>
              <VisuallyHidden>The account types compared</VisuallyHidden>
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <VisuallyHidden>Of the account</VisuallyHidden>
                </th>
                <th scope="col">{`${labels.atlassianAccount}, role ${labels.customerRole}`}</th>
                <th scope="col">Portal-only account</th>
              </tr>
            </thead>
            <tbody>
              {accountTypeFacts(experience).map(({ heading, atlassian, portalOnly }) => (
                <tr key={heading}>
                  <th scope="row">{heading}</th>
                  <td>{atlassian}</td>
                  <td>{portalOnly}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Stack>
    </section>
  );
}
