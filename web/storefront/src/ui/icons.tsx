import type { ComponentChildren } from 'preact';

function Icon({ children, size = 24 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** The mark of the house: a square at rest on a stepped line. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M2 27H12V22H22V17H30"
        fill="none"
        stroke="currentColor"
        stroke-width="2.2"
        stroke-linejoin="miter"
      />
      <rect x="12.6" y="12" width="8.6" height="8.6" rx="1" fill="var(--brand)" />
    </svg>
  );
}

export const HomeIcon = () => (
  <Icon>
    <path d="M4 20V10l8-6 8 6v10M4 20h16M10 20v-6h4v6" />
  </Icon>
);
export const OrdersIcon = () => (
  <Icon>
    <path d="M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6" />
  </Icon>
);
export const ValueIcon = () => (
  <Icon>
    <path d="M3 20h6v-4h6v-4h6M9 11V5h5v5" />
  </Icon>
);
export const MeIcon = () => (
  <Icon>
    <circle cx="12" cy="8" r="4" />
    <path d="M4 21c0-4 3.6-6 8-6s8 2 8 6" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M15 4l-8 8 8 8" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="M5 5l14 14M19 5L5 19" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon size={20}>
    <circle cx="10.5" cy="10.5" r="6.5" />
    <path d="M15.5 15.5L21 21" />
  </Icon>
);
export const ChevronIcon = () => (
  <Icon size={16}>
    <path d="M9 4l8 8-8 8" />
  </Icon>
);
export const PlusIcon = () => (
  <Icon size={20}>
    <path d="M12 5v14M5 12h14" />
  </Icon>
);
export const MinusIcon = () => (
  <Icon size={20}>
    <path d="M5 12h14" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon size={16}>
    <path d="M4 12.5l5.5 5.5L20 6.5" />
  </Icon>
);
