import { createTheme, type MantineColorsTuple } from '@mantine/core';

const harbour: MantineColorsTuple = [
  '#e8f4fc', '#d3e6f5', '#a5cbe9', '#74aedd', '#4c96d3', '#3286cd', '#227ecb', '#136cb4', '#0460a2', '#005390',
];

const system = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", Arial, sans-serif';

/** Fonts are the system's own: nothing is loaded from elsewhere. */
export const theme = createTheme({
  primaryColor: 'harbour',
  colors: { harbour },
  fontFamily: system,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace',
  headings: { fontFamily: system, fontWeight: '650' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
});
