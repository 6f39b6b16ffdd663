/* Arranging things on the eight-pixel grid, without a stylesheet for every screen. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './layout.module.css';

/** Names of the vendor's spacing tokens: '100' is 8 pixels, '200' is 16. */
type Gap = '050' | '075' | '100' | '150' | '200' | '300' | '400' | '500';

type StackProps = {
  readonly gap?: Gap;
  readonly children: ReactNode;
};

/** Children under one another. */
export function Stack({ gap = '200', children }: StackProps) {
  return <div className={classNames(styles['stack'], styles[`gap${gap}`])}>{children}</div>;
}

type InlineProps = StackProps & {
  readonly align?: 'start' | 'center' | 'end' | 'baseline';
  readonly justify?: 'start' | 'between' | 'end';
  readonly wrap?: boolean;
};

/** Children beside one another. */
export function Inline({
  gap = '100',
  align = 'center',
  justify = 'start',
  wrap = true,
  children,
}: InlineProps) {
  const className = classNames(
    styles['inline'],
    styles[`gap${gap}`],
    styles[`align-${align}`],
    styles[`justify-${justify}`],
    wrap && styles['wrap'],
  );
  return <div className={className}>{children}</div>;
}

/** The row of search and filters above a list. */
export function Toolbar({ children }: { readonly children: ReactNode }) {
  return <div className={styles['toolbar']}>{children}</div>;
}

type HeadingLevel = 2 | 3 | 4;

type SectionHeadingProps = {
  readonly level?: HeadingLevel;
  readonly id?: string | undefined;
  readonly children: ReactNode;
};

/** The heading of a part of a page. */
export function SectionHeading({ level = 2, id, children }: SectionHeadingProps) {
  const Heading = `h${level}` as const;
  return (
    <Heading id={id} className={styles[`heading${level}`]}>
      {children}
    </Heading>
  );
}

type CardProps = {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  readonly headingLevel?: HeadingLevel;
  readonly children: ReactNode;
};

/** A bordered surface for one subject. */
export function Card({ title, actions, headingLevel = 2, children }: CardProps) {
  return (
    <section className={styles['card']}>
      {title !== undefined && (
        <div className={styles['cardHead']}>
          <SectionHeading level={headingLevel}>{title}</SectionHeading>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}

/** Text for screen readers only. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles['hidden']}>{children}</span>;
}

/** Smaller, quieter text that adds to what stands beside it. */
export function Hint({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p id={id} className={styles['hint']}>
      {children}
    </p>
  );
}
