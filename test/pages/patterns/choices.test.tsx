/* What assistive technology calls a choice: its label, with what it means as a description. */
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';

function descriptionOf(control: HTMLElement): string | null | undefined {
  const id = control.getAttribute('aria-describedby');
  return id === null ? null : document.getElementById(id)?.textContent;
}

test('a radio button is named by its label alone and described by its meaning', () => {
  render(
    <RadioGroup
      label="Customers"
      value="all"
      onChange={() => undefined}
      options={[
        { value: 'all', label: 'All customers', description: 'Everyone on the source' },
        { value: 'related', label: 'Related customers' },
      ]}
    />,
  );
  expect(descriptionOf(screen.getByRole('radio', { name: 'All customers' }))).toBe(
    'Everyone on the source',
  );
  expect(descriptionOf(screen.getByRole('radio', { name: 'Related customers' }))).toBeNull();
});

test('a checkbox is named by its label alone and described by its meaning', () => {
  render(
    <Checkbox
      label="Billing"
      description="330 requests"
      isChecked={false}
      onChange={() => undefined}
    />,
  );
  expect(descriptionOf(screen.getByRole('checkbox', { name: 'Billing' }))).toBe('330 requests');
});

test('a busy button keeps its name', () => {
  render(<Button isBusy>Migrate</Button>);
  expect(screen.getByRole('button', { name: /^Migrate/ }).getAttribute('aria-busy')).toBe('true');
});
