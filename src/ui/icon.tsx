/* The console's own small set of line icons, drawn on a 16-pixel grid. */
import styles from './icon.module.css';

const strokes = {
  add: 'M8 3v10M3 8h10',
  'arrow-down': 'M8 3v9.5M4.5 9 8 12.5 11.5 9',
  'arrow-right': 'M3 8h9.5M9 4.5 12.5 8 9 11.5',
  'arrow-up': 'M8 13V3.5M4.5 7 8 3.5 11.5 7',
  check: 'm3 8.5 3.25 3.25L13 5',
  'chevron-down': 'm4 6 4 4 4-4',
  'chevron-left': 'm10 4-4 4 4 4',
  'chevron-right': 'm6 4 4 4-4 4',
  clock: 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5ZM8 4.5V8l2.5 1.5',
  close: 'm4 4 8 8m0-8-8 8',
  copy: 'M5.75 5.75h7.5v7.5h-7.5zM10.25 5.5V2.75h-7.5v7.5H5.5',
  delete: 'M2.5 4h11M6 3.75v-1.5h4v1.5M4 4.25l.6 9h6.8l.6-9M6.75 7v3.5m2.5-3.5v3.5',
  download: 'M8 2v7.5M4.75 6.5 8 9.75l3.25-3.25M2.5 10.5v3h11v-3',
  edit: 'm10.5 3 2.5 2.5-7.5 7.5-3 .5.5-3zM9 4.5 11.5 7',
  error: 'M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4L1.75 10.6V5.4zM8 4.5V8.5m0 2.4v.1',
  external: 'M6.5 3.25H2.75v10h10V9.5M9.5 2.75h3.75V6.5M13 3 7.5 8.5',
  file: 'M3.75 1.75h5l3.5 3.5v9h-8.5zM8.75 2v3.5h3.25',
  flask:
    'M6 1.75h4M6.75 2v4L2.9 12.6a1.1 1.1 0 0 0 .95 1.65h8.3a1.1 1.1 0 0 0 .95-1.65L9.25 6V2M5 10h6',
  info: 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5ZM8 7.25v4M8 4.9v.1',
  link: 'M6.75 9.25a2.75 2.75 0 0 0 3.9 0l2.2-2.2a2.75 2.75 0 0 0-3.9-3.9l-.7.7M9.25 6.75a2.75 2.75 0 0 0-3.9 0l-2.2 2.2a2.75 2.75 0 0 0 3.9 3.9l.7-.7',
  lock: 'M3.25 7.25h9.5v6.5h-9.5zM5.25 7V4.75a2.75 2.75 0 0 1 5.5 0V7',
  menu: 'M2 4h12M2 8h12M2 12h12',
  moon: 'M13.5 9.6A6 6 0 0 1 6.4 2.5a5.75 5.75 0 1 0 7.1 7.1Z',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  pause: 'M5.5 3v10M10.5 3v10',
  people:
    'M5.5 7.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5ZM1.5 13.25c0-2.2 1.7-3.5 4-3.5s4 1.3 4 3.5M10.5 7.25a2.25 2.25 0 0 0 0-4.5M11.5 9.9c1.8.3 3 1.5 3 3.35',
  person:
    'M8 7.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.75 14c0-2.5 2.1-3.75 5.25-3.75S13.25 11.5 13.25 14',
  play: 'M4.5 2.75v10.5L13 8z',
  refresh:
    'M13 3v3.5H9.5M3 13V9.5h3.5M12.6 6.25A5.25 5.25 0 0 0 3.3 5.5M3.4 9.75a5.25 5.25 0 0 0 9.3.75',
  search: 'M7 2.25a4.75 4.75 0 1 1 0 9.5 4.75 4.75 0 0 1 0-9.5ZM10.5 10.5l3.5 3.5',
  settings:
    'M2 4.5h6.5m4 0H14M10.5 2.75a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5ZM2 11.5h1.5m4 0H14M5.5 9.75a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5Z',
  site: 'M1.75 2.75h12.5v10.5H1.75zM2 6h12M4 4.4h.01M6 4.4h.01',
  skip: 'M3 3v10l7-5zM13 3v10',
  success: 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5ZM5.25 8.25l2 2 3.5-4',
  sun: 'M8 5.25a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5ZM8 1.25v1.25m0 11v1.25M1.25 8H2.5m11 0h1.25M3.25 3.25l.9.9m7.7 7.7.9.9m0-9.5-.9.9m-7.7 7.7-.9.9',
  upload: 'M8 10V2.25M4.75 5.5 8 2.25 11.25 5.5M2.5 10.5v3h11v-3',
  warning: 'M8 2 1.5 13.5h13zM8 6.25V9.5m0 1.9v.1',
} as const;

export type IconName = keyof typeof strokes;

type IconProps = {
  readonly name: IconName;
  /** In CSS pixels. */
  readonly size?: 12 | 16 | 20 | 24;
  /** What it means, where no text beside it says so; without it the icon is decoration. */
  readonly label?: string | undefined;
};

/** A line icon in the colour of the text around it. */
export function Icon({ name, size = 16, label }: IconProps) {
  return (
    <svg
      className={styles[name === 'more' ? 'dots' : 'line']}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      focusable="false"
    >
      <path d={strokes[name]} />
    </svg>
  );
}
