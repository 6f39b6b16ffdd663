/* Buttons: plain HTML, so that every first screen has them without react-aria. */
import { type ComponentProps, type ReactNode, useId } from 'react';
import { Link } from 'react-router-dom';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { Spinner } from './spinner.tsx';

export type ButtonAppearance = 'default' | 'primary' | 'subtle' | 'danger' | 'link';

type Look = {
  readonly appearance?: ButtonAppearance | undefined;
  readonly isCompact?: boolean | undefined;
  readonly iconBefore?: IconName | undefined;
  readonly iconAfter?: IconName | undefined;
};

type Behaviour = {
  readonly onPress?: (() => void) | undefined;
  /** Work is under way: the button keeps its width and focus and takes no presses. */
  readonly isBusy?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Why it is disabled. The button then stays reachable and shows the reason. */
  readonly reason?: string | undefined;
};

type NativeProps = Omit<ComponentProps<'button'>, 'onClick' | 'disabled' | 'className'>;

type ButtonProps = Look & Behaviour & NativeProps;

function lookClass({ appearance = 'default', isCompact }: Look) {
  return classNames(styles['button'], styles[appearance], isCompact && styles['compact']);
}

function Content({ iconBefore, iconAfter, children }: Look & { readonly children?: ReactNode }) {
  return (
    <>
      {iconBefore && <Icon name={iconBefore} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </>
  );
}

/** An action. For going somewhere use `LinkButton`. */
export function Button({
  appearance,
  isCompact,
  iconBefore,
  iconAfter,
  onPress,
  isBusy = false,
  isDisabled = false,
  reason,
  children,
  type = 'button',
  ...native
}: ButtonProps) {
  const reasonId = useId();
  const explains = isDisabled && reason !== undefined;
  const blocked = isBusy || isDisabled;
  const button = (
    <button
      {...native}
      type={blocked && type === 'submit' ? 'button' : type}
      className={lookClass({ appearance, isCompact })}
      disabled={isDisabled && !explains}
      aria-disabled={blocked || undefined}
      aria-busy={isBusy || undefined}
      aria-describedby={explains ? reasonId : native['aria-describedby']}
      onClick={blocked ? undefined : onPress}
    >
      <span className={isBusy ? styles['hiddenContent'] : styles['content']}>
        <Content iconBefore={iconBefore} iconAfter={iconAfter}>
          {children}
        </Content>
      </span>
      {isBusy && (
        <span className={styles['busy']}>
          <Spinner />
        </span>
      )}
    </button>
  );
  // Wrapped before it is disabled too: a button that moves in the tree loses the focus.
  if (reason === undefined) return button;
  return (
    <span className={styles['explained']}>
      {button}
      {explains && (
        <span role="tooltip" id={reasonId} className={styles['reason']}>
          {reason}
        </span>
      )}
    </span>
  );
}

type LinkButtonProps = Look & {
  readonly to: string;
  readonly children: ReactNode;
  readonly 'aria-label'?: string | undefined;
};

/** A link that looks like a button. */
export function LinkButton({ to, children, ...rest }: LinkButtonProps) {
  return (
    <Link to={to} className={lookClass(rest)} aria-label={rest['aria-label']}>
      <span className={styles['content']}>
        <Content iconBefore={rest.iconBefore} iconAfter={rest.iconAfter}>
          {children}
        </Content>
      </span>
    </Link>
  );
}

type IconButtonProps = Behaviour &
  Omit<NativeProps, 'children' | 'aria-label'> & {
    /** Its accessible name; also shown as the browser's tooltip. */
    readonly label: string;
    readonly icon: IconName;
    readonly isCompact?: boolean | undefined;
  };

/** A square button with an icon only. */
export function IconButton({
  label,
  icon,
  onPress,
  isBusy = false,
  isDisabled = false,
  reason,
  isCompact,
  ...native
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...native}
      className={classNames(
        styles['button'],
        styles['subtle'],
        styles['iconOnly'],
        isCompact && styles['compact'],
      )}
      aria-label={label}
      title={reason ?? label}
      disabled={isDisabled}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? undefined : onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
