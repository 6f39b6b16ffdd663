/* The runbook as Markdown. Names in it are data of others: escaped, so that they stay text. */
import { escapeMarkdown } from '#src/domain/markdown-text.ts';
import type { Runbook, RunbookLine, RunbookStep } from '#src/domain/runbook-value.ts';

/** The file of a runbook. */
export function runbookMarkdown(runbook: Runbook): Uint8Array {
  const { planName, source, destination, isForecast, steps } = runbook;
  const [from, to] = [escapeMarkdown(source), escapeMarkdown(destination)];
  const origin = isForecast
    ? 'The numbers are the forecast of the simulator.'
    : 'The numbers are those of the run in the simulator.';
  const parts = [
    `# Runbook: ${escapeMarkdown(planName)}`,
    `From ${from} to ${to}. ${origin} Stop where a stop condition is met.`,
    ...steps.map((step, index) => stepText(step, index + 1)),
  ];
  return new TextEncoder().encode(`${parts.join('\n\n')}\n`);
}

function stepText(step: RunbookStep, number: number): string {
  const sections = [
    step.actions.map((action, index) => `${index + 1}. ${lineText(action)}`).join('\n'),
    section('Keep', step.files, '-'),
    section('Check', step.checks, '- [ ]'),
    section('Stop if', step.stops, '-'),
  ];
  return [`## ${number}. ${step.title}`, ...sections.filter((text) => text !== '')].join('\n\n');
}

function section(title: string, lines: readonly RunbookLine[], bullet: string): string {
  if (lines.length === 0) return '';
  return [`${title}:\n`, ...lines.map((each) => `${bullet} ${lineText(each)}`)].join('\n');
}

function lineText(line: RunbookLine): string {
  return line
    .map(({ kind, text }) => {
      if (kind === 'name') return escapeMarkdown(text);
      return kind === 'label' ? `**${text}**` : text;
    })
    .join('');
}
