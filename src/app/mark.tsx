/** Drydock's own mark, the drawing of public/icon.svg: a hull in its dock. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden focusable="false">
      <rect width="32" height="32" rx="7" fill="#1d7f8c" />
      <g fill="none" stroke="#bfe7ec" strokeWidth="2.5" strokeLinecap="round">
        <path d="M5 9v16h22V9" strokeLinejoin="round" />
        <path d="M12 25v-4.7M20 25v-4.7" strokeWidth="2" strokeLinecap="butt" />
      </g>
      <path
        fill="#fff"
        d="M9.5 11h13l-2.6 8.2a1.6 1.6 0 0 1-1.5 1.1h-4.8a1.6 1.6 0 0 1-1.5-1.1zM16 10.5v-4l4 2.3-4 1.2"
      />
    </svg>
  );
}
