import { badgen } from 'badgen';
import type { Summary } from '../summary.ts';
import { badgeText } from './badge-text.ts';

/** Renders a badge as SVG. */
export function renderBadge(summary: Summary): string {
  const { label, message, color } = badgeText(summary);
  return badgen({ label, status: message, color, style: 'flat' });
}
