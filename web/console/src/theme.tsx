import {
  createTheme,
  defaultVariantColorsResolver,
  Select,
  Autocomplete,
  Notification,
  Skeleton,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  type VariantColorsResolver,
} from '@mantine/core';
import { labels } from './theme/labels.ts';

type Language = keyof typeof labels;

/** Mantine asks for ten shades; ours are tokens that change with the scheme by themselves. */
function shadesOf(token: string): MantineColorsTuple {
  const shade = `var(${token})`;
  return [shade, shade, shade, shade, shade, shade, shade, shade, shade, shade];
}

/**
 * Mantine mixes its own tints, which fall under 4.5 : 1 on warm paper. Each variant takes its
 * colours from the tokens instead: filled for the one primary act, everything else is ink.
 */
const variantColors: VariantColorsResolver = (input) => {
  switch (input.variant) {
    case 'filled':
      return {
        background: 'var(--brand)',
        hover: 'var(--brand-deep)',
        color: 'var(--on-brand)',
        border: '1px solid transparent',
        hoverColor: 'var(--on-brand)',
      };
    case 'default':
      return {
        background: 'var(--surface)',
        hover: 'var(--sunk)',
        color: 'var(--ink)',
        border: '1px solid var(--line)',
        hoverColor: 'var(--ink)',
      };
    case 'subtle':
      return {
        background: 'transparent',
        hover: 'var(--sunk)',
        color: 'var(--ink)',
        border: '1px solid transparent',
        hoverColor: 'var(--ink)',
      };
    default:
      return defaultVariantColorsResolver(input);
  }
};

/** Mantine's own variables, told to follow the tokens in both schemes. */
export const tokenVariables: CSSVariablesResolver = () => {
  const colours = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-anchor': 'var(--ink)',
    '--mantine-color-error': 'var(--red)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunk)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-disabled': 'var(--sunk)',
    '--mantine-color-disabled-color': 'var(--muted)',
  };
  return {
    variables: { '--mantine-line-height': '1.5' },
    light: colours,
    dark: colours,
  };
};

/** The one place where Mantine is told how this house looks, in the reader's language. */
export function themeFor(language: Language): MantineThemeOverride {
  const text = labels[language];
  const closing = { closeButtonProps: { 'aria-label': text.close } };
  return createTheme({
    fontFamily: 'var(--sans)',
    fontFamilyMonospace: 'var(--mono)',
    headings: { fontFamily: 'var(--sans)', fontWeight: '600' },
    fontSizes: { xs: '12px', sm: '14px', md: '16px', lg: '20px', xl: '28px' },
    radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
    defaultRadius: 'md',
    colors: { ink: shadesOf('--ink'), primary: shadesOf('--brand') },
    primaryColor: 'primary',
    cursorType: 'pointer',
    respectReducedMotion: true,
    focusRing: 'auto',
    variantColorResolver: variantColors,
    components: {
      Notification: Notification.extend({ defaultProps: closing }),
      Select: Select.extend({
        defaultProps: {
          nothingFoundMessage: text.nothingFound,
          clearButtonProps: { 'aria-label': text.clear },
        },
      }),
      Autocomplete: Autocomplete.extend({
        defaultProps: { clearButtonProps: { 'aria-label': text.clear } },
      }),
      Skeleton: Skeleton.extend({ defaultProps: { radius: 'sm' } }),
      Tooltip: Tooltip.extend({
        defaultProps: {
          withinPortal: false,
          color: 'ink',
          events: { hover: true, focus: true, touch: true },
        },
      }),
    },
  });
}
