import type { Summary } from '../summary.ts';
import { visibleJson } from '../visible.ts';
import { badgeText } from './badge-text.ts';

/** Renders a badge as JSON, as https://shields.io/badges/endpoint-badge reads it. */
export function renderBadgeEndpoint(summary: Summary): string {
  return `${visibleJson({ schemaVersion: 1, ...badgeText(summary) })}\n`;
}
