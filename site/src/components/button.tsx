import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type ButtonTone = 'normal' | 'primary' | 'agree' | 'return' | 'reject' | 'plain';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: ButtonTone;
  readonly icon?: IconName;
  /** Work is under way: the button keeps its place and ignores further presses. */
  readonly busy?: boolean;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

const classOf = (tone: ButtonTone, ...more: readonly (string | false | undefined)[]) =>
  ['button', tone !== 'normal' && `button-${tone}`, ...more].filter(Boolean).join(' ');

export function Button({ tone = 'normal', icon, busy = false, wide, children, className, ...rest }: ButtonProps) {
  const { onClick } = rest;
  return (
    <button
      type="button"
      {...rest}
      className={classOf(tone, wide === true && 'button-wide', className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} size={18} />}
      {children}
    </button>
  );
}

export interface LinkButtonProps {
  readonly href: string;
  readonly tone?: ButtonTone;
  readonly icon?: IconName;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export const LinkButton = ({ href, tone = 'normal', icon, wide, children }: LinkButtonProps) => (
  <a href={href} className={classOf(tone, wide === true && 'button-wide')}>
    {icon && <Icon name={icon} size={18} />}
    {children}
  </a>
);

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: IconName;
  /** Said by screen readers and shown on hover. */
  readonly label: string;
}

export const IconButton = ({ icon, label, className, ...rest }: IconButtonProps) => (
  <button
    type="button"
    title={label}
    aria-label={label}
    {...rest}
    className={classOf('plain', 'button-icon', className)}
  >
    <Icon name={icon} />
  </button>
);
