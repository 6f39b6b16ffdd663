import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { customerAccessQueries, useSignUp } from '#src/client/customer-access.ts';
import { workspaceQueries } from '#src/client/workspace.ts';
import type { Newcomer } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { Card, Hint, Inline, SectionHeading, Stack } from '#src/ui/layout.tsx';
import { outcomeLook } from '#src/ui/newcomer-words.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { useSettled } from '#src/ui/use-settled.ts';
import { NewcomerResult } from './newcomer-result.tsx';

type TryAddressProps = {
  readonly siteId: string;
  /** Changes wait to be saved: the answer does not know them. */
  readonly isDirty: boolean;
};

/** What somebody with this address would get, and by which rule; nothing happens by asking. */
export function TryAddress({ siteId, isDirty }: TryAddressProps) {
  const [text, setText] = useState('');
  const email = useSettled(text.trim());
  const isEmpty = text.trim() === '';
  // The answer to one letter less stays until the next is here, so that nothing flickers.
  const options = { enabled: email !== '', placeholderData: keepPreviousData };
  const invited = useQuery({
    ...customerAccessQueries.newcomer(siteId, { email, by: 'invitation' }),
    ...options,
  });
  const signedUp = useQuery({
    ...customerAccessQueries.newcomer(siteId, { email, by: 'sign-up' }),
    ...options,
  });
  const error = invited.error ?? signedUp.error;
  const isHere = !isEmpty && invited.data !== undefined && signedUp.data !== undefined;

  return (
    <Card
      title={
        <Inline>
          Try an address
          <SimulatorMark />
        </Inline>
      }
    >
      <Stack gap="200">
        <TextField
          label="E-mail address"
          hint="What a newcomer with this address would get. Nothing is created by asking."
          placeholder="name@example.com"
          value={text}
          onChange={setText}
        />
        {isDirty && (
          <SectionMessage tone="info">
            The answer follows the saved settings. Save your changes to try them.
          </SectionMessage>
        )}
        {error ? <ProblemMessage error={error} /> : null}
        <div aria-live="polite">
          {isHere && (
            <Stack gap="200">
              <Answer title="When invited" newcomer={invited.data} />
              <Answer title="When signing up" newcomer={signedUp.data} />
            </Stack>
          )}
        </div>
        {isHere && <SignUp key={email} siteId={siteId} newcomer={signedUp.data} />}
      </Stack>
    </Card>
  );
}

function Answer({ title, newcomer }: { readonly title: string; readonly newcomer: Newcomer }) {
  return (
    <Stack gap="050">
      <SectionHeading level={3}>{title}</SectionHeading>
      <NewcomerResult newcomer={newcomer} />
    </Stack>
  );
}

type SignUpProps = { readonly siteId: string; readonly newcomer: Newcomer };

/** Plays the newcomer. */
function SignUp({ siteId, newcomer }: SignUpProps) {
  const signUp = useSignUp(siteId);
  const flags = useFlags();
  const { data: workspace } = useQuery(workspaceQueries.get());
  const reason = workspace?.strict
    ? 'Strict mode: the real product has nobody sign up from here'
    : undefined;
  const { email, outcome } = newcomer;
  if (outcome === 'existing' || outcome === 'refused') return null;
  return (
    <Stack gap="100">
      {signUp.error ? <ProblemMessage error={signUp.error} /> : null}
      <Inline>
        <Button
          isBusy={signUp.isPending}
          isDisabled={reason !== undefined}
          {...(reason !== undefined && { reason })}
          onPress={() =>
            signUp.mutate(
              { email, name: '' },
              {
                onSuccess: (made) =>
                  flags.show({
                    tone: 'success',
                    title: `${email} has signed up`,
                    description: `${outcomeLook(made.outcome).label} created.`,
                  }),
              },
            )
          }
        >
          Sign up with this address
        </Button>
        <SimulatorMark />
      </Inline>
      <Hint>Does what the customer would do at the help center.</Hint>
    </Stack>
  );
}
