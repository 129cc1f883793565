import { type BenchForm, benchForm, SIZES } from '../form-spec.ts';

const query = new URLSearchParams(location.search);

/** The form this page was asked for. */
export const form: BenchForm = benchForm(SIZES.find((size) => size === query.get('form')) ?? 's30');
export const filled: boolean = query.has('filled');

export function place(): HTMLElement {
  const found = document.getElementById('app');
  if (found === null) throw new Error('the page has no place for a form');
  return found;
}

/** Says to whoever measures that a submission went through. */
export function sent(): void {
  document.documentElement.dataset.outcome = 'sent';
}

/** Says that the form was not accepted. */
export function refused(): void {
  document.documentElement.dataset.outcome = 'refused';
}

/** The cheapest total a host can keep: text written beside the form. */
export function showTotal(total: number): void {
  const output = document.getElementById('total') ?? document.body.appendChild(document.createElement('output'));
  output.id = 'total';
  output.textContent = String(total);
}
