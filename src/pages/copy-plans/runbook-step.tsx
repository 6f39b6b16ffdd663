import type { Runbook } from '#src/contract/wire.ts';
import { SectionHeading } from '#src/ui/layout.tsx';
import styles from './runbook.module.css';

type Step = Runbook['steps'][number];
type Line = Step['actions'][number];

/** One step: what to do, what to keep, what must be true afterwards, when to stop. */
export function RunbookStepCard({
  step,
  number,
}: {
  readonly step: Step;
  readonly number: number;
}) {
  return (
    <li className={styles['step']}>
      <SectionHeading>{`${number}. ${step.title}`}</SectionHeading>
      <ol className={styles['actions']}>
        {step.actions.map((line, index) => (
          <li key={index}>
            <LineText line={line} />
          </li>
        ))}
      </ol>
      <Lines title="Keep" lines={step.files} mark="file" />
      <Lines title="Check" lines={step.checks} mark="check" />
      <Lines title="Stop if" lines={step.stops} mark="stop" />
    </li>
  );
}

type LinesProps = {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly mark: 'file' | 'check' | 'stop';
};

function Lines({ title, lines, mark }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <div className={styles[mark]}>
      <SectionHeading level={3}>{title}</SectionHeading>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>
            <LineText line={line} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Labels of the console stand out; names are data and stay text. */
function LineText({ line }: { readonly line: Line }) {
  return line.map(({ kind, text }, index) =>
    kind === 'text' ? (
      text
    ) : kind === 'label' ? (
      <strong key={index}>{text}</strong>
    ) : (
      <bdi key={index} className={styles['name']}>
        {text}
      </bdi>
    ),
  );
}
