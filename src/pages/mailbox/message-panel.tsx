import type { Message } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { DetailPanel } from '#src/ui/detail-panel.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { Hint, SectionHeading, Stack } from '#src/ui/layout.tsx';
import {
  type MailWords,
  messageKindLabel,
  messageWords,
  type SilenceWords,
} from '#src/ui/message-words.ts';
import styles from './message-panel.module.css';

type MessagePanelProps = {
  readonly message: Message;
  readonly onClose: () => void;
  /** Narrows the mailbox to the address; absent where it is narrowed already. */
  readonly onShowAddress: ((address: string) => void) | undefined;
};

/** The open message, to be read as its receiver would. */
export function MessagePanel({ message, onClose, onShowAddress }: MessagePanelProps) {
  const words = messageWords(message);
  return (
    <DetailPanel
      title={words.type === 'mail' ? words.subject : messageKindLabel(message.kind)}
      onClose={onClose}
      footer={
        onShowAddress &&
        message.to !== '' && (
          <Button onPress={() => onShowAddress(message.to)}>Everything for this address</Button>
        )
      }
    >
      {words.type === 'mail' ? (
        <Mail message={message} words={words} />
      ) : (
        <Silence message={message} words={words} />
      )}
    </DetailPanel>
  );
}

function Mail({ message, words }: { readonly message: Message; readonly words: MailWords }) {
  return (
    <Stack gap="300">
      <DefinitionList
        items={[
          { term: 'From', value: words.from },
          { term: 'To', value: message.to },
          { term: 'Sent', value: <Instant at={message.at} format="date-time" /> },
        ]}
      />
      <div className={styles['mail']}>
        {words.body.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {words.button && <p className={styles['button']}>{words.button}</p>}
      </div>
      {words.button && <Hint>The message has one button. Here it leads nowhere.</Hint>}
    </Stack>
  );
}

function Silence({ message, words }: { readonly message: Message; readonly words: SilenceWords }) {
  return (
    <Stack gap="300">
      <DefinitionList
        items={[
          { term: 'Who', value: message.to || 'Everybody concerned' },
          { term: 'Site', value: message.site.name },
          { term: 'When', value: <Instant at={message.at} format="date-time" /> },
        ]}
      />
      <Stack gap="100">
        <SectionHeading level={3}>What happened</SectionHeading>
        <p>{words.happened}</p>
        <p>
          {message.to === ''
            ? 'None of them hears anything: the product sends no message.'
            : 'The person hears nothing: the product sends no message.'}
        </p>
      </Stack>
      <Stack gap="100">
        <SectionHeading level={3}>What you can do</SectionHeading>
        <p>{words.advice}</p>
      </Stack>
    </Stack>
  );
}
