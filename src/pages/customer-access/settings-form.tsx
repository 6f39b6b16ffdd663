import type { ReactNode } from 'react';
import { ApiError } from '#src/client/http.ts';
import { useUpdateCustomerAccess } from '#src/client/customer-access.ts';
import type { CustomerAccess } from '#src/contract/wire.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { Card, Hint, Stack } from '#src/ui/layout.tsx';
import { whyNot } from '#src/ui/persona-name.ts';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import styles from './customer-access.module.css';
import { DomainList } from './domain-list.tsx';
import { SaveBar } from './save-bar.tsx';
import { bodyOf, conflictOf, isListMissing, type Draft } from './settings-draft.ts';

type SettingsFormProps = {
  readonly saved: CustomerAccess;
  readonly draft: Draft;
  readonly isDirty: boolean;
  /** null gives the changes up. */
  readonly onChange: (draft: Draft | null) => void;
};

/** The settings, to be changed by those who may and read by the others. */
export function SettingsForm({ saved, draft, isDirty, onChange }: SettingsFormProps) {
  const update = useUpdateCustomerAccess(saved.siteId);
  const flags = useFlags();
  const reason = whyNot(saved.actions.change);
  const isReadOnly = reason !== undefined;
  const badDomain = badDomainOf(update.error);

  function change(changes: Partial<Draft>) {
    if (update.error) update.reset();
    onChange({ ...draft, ...changes });
  }

  function save(version = draft.version) {
    onChange({ ...draft, version });
    update.mutate(
      { ...bodyOf(draft), version },
      {
        onSuccess() {
          onChange(null);
          flags.show({ tone: 'success', title: 'Customer access is saved' });
        },
      },
    );
  }

  return (
    <form
      className={styles['form']}
      aria-label={labels.customerAccess}
      onSubmit={(event) => {
        event.preventDefault();
        if (isDirty && !isListMissing(draft)) save();
      }}
    >
      <Stack gap="300">
        {isReadOnly && (
          <SectionMessage title="You can look at these settings">{`${reason}.`}</SectionMessage>
        )}
        <Card title="Internal customers">
          <DomainList
            label={labels.approvedDomains}
            hint="For example your own company. Newcomers with such an address get an Atlassian account with the Customer role, which takes no licence."
            none="No domain is approved."
            domains={draft.approvedDomains}
            badDomain={badDomain}
            isReadOnly={isReadOnly}
            onChange={(approvedDomains) => change({ approvedDomains })}
          />
        </Card>
        <Card title="External customers">
          <Stack gap="150">
            <Checkbox
              label={labels.allowPortalOnly}
              description="Everybody whose domain is not approved."
              isChecked={draft.portalOnlyAllowed}
              isDisabled={isReadOnly}
              onChange={(portalOnlyAllowed) => change({ portalOnlyAllowed })}
            />
            {draft.portalOnlyAllowed && (
              <Indented>
                <Checkbox
                  label={labels.onlySpecificDomains}
                  isChecked={draft.isLimited}
                  isDisabled={isReadOnly}
                  onChange={(isLimited) => change({ isLimited })}
                />
                {draft.isLimited && (
                  <DomainList
                    label="Domains of external customers"
                    none="No domain is listed yet."
                    domains={draft.portalOnlyDomains}
                    badDomain={badDomain}
                    error={
                      isListMissing(draft) && isDirty
                        ? 'Add a domain, or allow every domain'
                        : undefined
                    }
                    isReadOnly={isReadOnly}
                    onChange={(portalOnlyDomains) => change({ portalOnlyDomains })}
                  />
                )}
              </Indented>
            )}
          </Stack>
        </Card>
        <Card title="Portal access">
          <Stack gap="200">
            <Checkbox
              label="Customers may create their own accounts by signing up"
              description="Without it newcomers must be invited."
              isChecked={draft.signUpAllowed}
              isDisabled={isReadOnly}
              onChange={(signUpAllowed) => change({ signUpAllowed })}
            />
            <RadioGroup
              label="Log-in of portal-only customers"
              value={draft.portalLogin}
              onChange={(portalLogin) => change({ portalLogin })}
              options={[
                {
                  value: 'password',
                  label: 'Password',
                  description: 'New customers receive a message to set one.',
                  isDisabled: isReadOnly,
                },
                {
                  value: 'single-sign-on',
                  label: 'Single sign-on',
                  description: 'They log in with the identity provider connected to this site.',
                  isDisabled: isReadOnly,
                },
              ]}
            />
            <Hint>Atlassian accounts log in as their own organization says.</Hint>
          </Stack>
        </Card>
        {!isReadOnly && (
          <SaveBar
            error={badDomain === null ? update.error : null}
            isBusy={update.isPending}
            isDirty={isDirty}
            isListMissing={isListMissing(draft)}
            fields={conflictOf(draft, saved)}
            onDiscard={() => {
              update.reset();
              onChange(null);
            }}
            onKeep={() => save(saved.version)}
          />
        )}
      </Stack>
    </form>
  );
}

function Indented({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles['indented']}>
      <Stack gap="150">{children}</Stack>
    </div>
  );
}

/** The text that was refused because it is no domain. */
function badDomainOf(error: unknown): string | null {
  const isAboutDomain =
    error instanceof ApiError && error.code === 'customer-access.invalid-domain';
  return isAboutDomain ? String(error.facts['domain']) : null;
}
