import { Clock } from 'lucide-react';
import type { MapBox } from '../map/map-plan.ts';
import { cardHead, hasWho, headHeight, whoHeight } from '../map/map-sizes.ts';
import { dueOf, spokenBox, whoOf } from '../map/map-words.ts';
import { elementIcon, elementKinds, nameOf } from '../outline/outline-words.ts';
import { clauseNumber } from '../proof/clause-number.ts';
import { stepClauses } from '../proof/step-clauses.ts';
import { fitted, widthOf } from './fitted-words.ts';
import { type Corners, outlineOf, type Paper, type Sheet, sheetOf } from './paper.ts';
import { colours, outcomeTint, tintOf } from './picture-colours.ts';
import { PictureRow } from './picture-row.tsx';
import { Glyph, sizes, Words } from './picture-words.tsx';

const titleAt = 33;
const lineHeight = 18;

export interface BoxProps {
  readonly box: MapBox;
  readonly paper: Paper;
}

/** A step: its kind, its name, who does it until when, its ways out. */
export function PictureCard({ box, paper }: BoxProps) {
  const { say, text, direction } = paper;
  const sheet = sheetOf(box, paper);
  const { element } = box;
  const kind = element ? elementKinds[element.kind] : undefined;
  const tint = element ? tintOf(element.kind) : { ink: colours.auto, paper: colours.sunken };
  const head = cardHead(element ?? { title: {}, tags: [] });
  const corners = cornersOf(box.kind);
  const [clause] = element ? stepClauses(paper.definition, element.tags) : [];
  const chip = clause ? say('proof.clause', { number: clauseNumber(paper.language, clause.number) }) : '';
  const chipWidth = chip === '' ? 0 : widthOf(chip, sizes.meta) + 8;
  const room = sheet.width - titleAt - 10;
  const lines = Math.round((head - headHeight) / lineHeight) + 1;
  const widths = Array.from({ length: lines }, (_, line) => (line === 0 && chip !== '' ? room - chipWidth - 6 : room));
  const middle = sheet.y + head / 2;
  const name = element ? nameOf(element, say, text) : say('outline.any-time');
  const shown = fitted(name, { size: sizes.dense * 1.04, widths }).length;
  const isTwofold = box.kind === 'sub' || box.kind === 'external';
  return (
    <g>
      <title>{element ? spokenBox(element, 0, paper) : name}</title>
      {box.begins && <Beginning sheet={sheet} />}
      {isTwofold && (
        <path d={outlineOf(grown(sheet, 2.5), { start: 10, end: 10, foot: 10 }, direction)} fill="none" stroke={colours['border-strong']} />
      )}
      <path d={outlineOf(sheet, corners, direction)} fill={colours.surface} />
      <path
        d={outlineOf(
          { ...sheet, height: head },
          { ...corners, foot: box.rows.length + (element ? Number(hasWho(element)) : 0) > 0 ? 0 : corners.foot },
          direction,
        )}
        fill={tint.paper}
      />
      <path
        d={outlineOf(sheet, corners, direction)}
        fill="none"
        stroke={colours['border-strong']}
        {...(box.kind === 'anyTime' ? { strokeDasharray: '4 3' } : {})}
      />
      {kind && <Glyph of={kind.icon} x={sheet.at(18)} y={middle} ink={tint.ink} size={16} />}
      {!element && <Glyph of={Clock} x={sheet.at(18)} y={middle} ink={tint.ink} size={16} />}
      <Words words={name} x={sheet.at(titleAt)} y={middle} widths={widths} page={direction} medium />
      {chip !== '' && <Chip words={chip} width={chipWidth} sheet={sheet} y={middle - ((shown - 1) * lineHeight) / 2} paper={paper} />}
      {element && hasWho(element) && (
        <>
          <path d={`M${sheet.x} ${sheet.y + head}h${sheet.width}`} stroke={colours.border} />
          <WhoWhen sheet={sheet} y={sheet.y + head + whoHeight / 2} inset={10} box={box} paper={paper} />
        </>
      )}
      {box.rows.map((each) => (
        <PictureRow key={each.row.address} sheet={sheet} each={each} paper={paper} />
      ))}
    </g>
  );
}

const grown = ({ x, y, width, height }: Sheet, by: number) => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });

function cornersOf(kind: MapBox['kind']): Corners {
  if (kind === 'automatic' || kind === 'letter') return { start: 0, end: 0, foot: 0 };
  return { start: kind === 'decision' ? 16 : 8, end: 8, foot: 8 };
}

/** Where a case begins, or a stage that something leads to. */
function Beginning({ sheet }: { readonly sheet: Sheet }) {
  const x = sheet.x + sheet.width / 2;
  return (
    <g fill={colours.ink}>
      <circle cx={x} cy={sheet.y - 16} r={6} />
      <path d={`M${x - 5} ${sheet.y - 8}h10l-5 7Z`} />
    </g>
  );
}

interface ChipProps {
  readonly words: string;
  readonly width: number;
  readonly sheet: Sheet;
  readonly y: number;
  readonly paper: Paper;
}

/** The clause that a step serves before all others. */
function Chip({ words, width, sheet, y, paper }: ChipProps) {
  const middle = sheet.fromEnd(10 + width / 2);
  return (
    <>
      <rect x={middle - width / 2} y={y - 8} width={width} height={16} rx={3} fill="none" stroke={colours['border-strong']} />
      <Words
        words={words}
        x={middle}
        y={y}
        side="middle"
        widths={[width]}
        page={paper.direction}
        size={sizes.meta}
        ink={colours['text-2']}
        medium
      />
    </>
  );
}

/** Who does it or answers for it, and until when. */
export function WhoWhen({ sheet, y, inset, box, paper }: BoxProps & { readonly sheet: Sheet; readonly y: number; readonly inset: number }) {
  const { direction } = paper;
  if (!box.element) return null;
  const due = dueOf(box.element, paper);
  const dueWidth = due === '' ? 0 : widthOf(due, sizes.meta);
  const room = sheet.width - 2 * inset - (due === '' ? 0 : dueWidth + 22);
  return (
    <>
      <Words
        words={whoOf(box.element, paper)}
        x={sheet.at(inset)}
        y={y}
        widths={[room]}
        page={direction}
        size={sizes.meta}
        ink={colours['text-2']}
      />
      {due !== '' && (
        <>
          <Glyph of={Clock} x={sheet.fromEnd(inset + dueWidth + 9)} y={y} ink={colours.time} size={12} />
          <Words
            words={due}
            x={sheet.fromEnd(inset)}
            y={y}
            side="end"
            widths={[dueWidth + 2]}
            page={direction}
            size={sizes.meta}
            ink={colours.time}
          />
        </>
      )}
    </>
  );
}

/** An end, or the return to where it stopped. */
export function PicturePill({ box, paper }: BoxProps) {
  const { element } = box;
  if (!element) return null;
  const { say, text, direction } = paper;
  const sheet = sheetOf(box, paper);
  const { ink, paper: fill, line } = outcomeTint(element.outcome);
  const name = nameOf(element, say, text);
  const room = sheet.width - 24 - 20;
  const widths = sheet.height > 28 ? [room, room] : [room];
  const lines = fitted(name, { size: sizes.meta * 1.04, widths });
  const width = Math.max(...lines.map((words) => widthOf(words, sizes.meta * 1.04)));
  const begin = (sheet.width - width - 20) / 2;
  const y = sheet.y + sheet.height / 2;
  return (
    <g>
      <title>{spokenBox(element, 0, paper)}</title>
      <rect
        x={sheet.x}
        y={sheet.y}
        width={sheet.width}
        height={sheet.height}
        rx={Math.min(22, sheet.height / 2)}
        fill={fill}
        stroke={line}
      />
      <Glyph of={elementIcon(element)} x={sheet.at(begin + 7)} y={y} ink={ink} />
      <Words
        words={name}
        x={sheet.at(begin + 20 + width / 2)}
        y={y}
        side="middle"
        widths={widths}
        lineHeight={15}
        page={direction}
        size={sizes.meta}
        ink={ink}
        medium
      />
    </g>
  );
}
