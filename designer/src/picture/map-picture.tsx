import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { routePath } from '../chart/route-path.ts';
import { type ConditionReader, conditionsOf } from '../conditions/way-conditions.ts';
import { procedureJson } from '../exchange/procedure-file.ts';
import { directionOf } from '../language/language.ts';
import type { MapBox, Rect } from '../map/map-plan.ts';
import { planOf } from '../map/map-plan.ts';
import { waysOf } from '../map/map-ways.ts';
import { lookOf, type MapWay } from '../map/map-wishes.ts';
import type { DesignDocument } from '../model/document.ts';
import { treeOf } from '../model/tree.ts';
import { embedding, packed } from './embedded-document.ts';
import { type Paper, sheetOf } from './paper.ts';
import { PictureCard, PicturePill } from './picture-card.tsx';
import { colours } from './picture-colours.ts';
import { PictureNote, PictureStage } from './picture-stage.tsx';
import { sizes, Words } from './picture-words.tsx';

const fonts = {
  ltr: "Inter, Vazirmatn, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  rtl: "Vazirmatn, 'Segoe UI', Tahoma, Inter, Arial, sans-serif",
} as const;
const margin = 32;
const headline = 56;

/**
 * The map of a procedure as a picture that stands by itself: drawn from the procedure, never from a page; nothing in it is run or fetched. It
 * carries the whole procedure and can be opened again.
 */
export function mapPicture(document: DesignDocument, reader: ConditionReader): string {
  const { definition, layout } = document;
  const tree = treeOf(definition);
  const plan = planOf(tree, layout);
  const paper: Paper = {
    definition,
    tree,
    plan,
    ways: waysOf(plan),
    conditionOf: conditionsOf(definition, reader),
    say: reader.say,
    text: reader.text,
    language: reader.language,
    direction: directionOf[reader.language],
  };
  const { element, namespace, version } = embedding;
  const carried = createElement(element, { 'xmlns:redress': namespace, version }, packed(procedureJson(document)));
  const markup = renderToStaticMarkup(<Picture paper={paper}>{carried}</Picture>);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(markup)}\n`;
}

/** XML has no place for control characters and halves of letters, however they are escaped. */
const written = (markup: string): string => markup.replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd');

function Picture({ paper, children }: { readonly paper: Paper; readonly children: ReactNode }) {
  const { plan, tree, say, text, language, direction, ways } = paper;
  const { x, y, width, height } = boundsOf(paper);
  const title = text(tree.title) || say('outline.unnamed');
  const all = [...tree.byId.values()];
  const count = (isIt: (kind: MapBox['kind']) => boolean) => all.filter(({ kind }) => isIt(kind)).length;
  const isStage = (kind: MapBox['kind']) => kind === 'stage' || kind === 'tracks';
  const described = {
    stages: count((kind) => kind === 'stage'),
    steps: count((kind) => !isStage(kind) && kind !== 'outcome' && kind !== 'history'),
    ends: count((kind) => kind === 'outcome'),
  };
  const drawn = (kinds: (box: MapBox) => boolean, As: (props: { readonly box: MapBox; readonly paper: Paper }) => ReactNode) =>
    plan.boxes.filter(kinds).map((box) => <As key={box.id} box={box} paper={paper} />);
  const isPill = ({ kind }: MapBox) => kind === 'outcome' || kind === 'history';
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      version="1.1"
      lang={language}
      xmlLang={language}
      direction={direction}
      width={width}
      height={height}
      viewBox={`${x} ${y} ${width} ${height}`}
      fontFamily={fonts[direction]}
      fill="none"
      aria-labelledby="picture-title"
      aria-describedby="picture-words"
    >
      <title id="picture-title">{say('exchange.picture-title', { procedure: title })}</title>
      <desc id="picture-words">{say('exchange.picture-words', described)}</desc>
      <metadata>{children}</metadata>
      <rect x={x} y={y} width={width} height={height} fill={colours.canvas} />
      <Words
        words={title}
        x={direction === 'ltr' ? x + margin : x + width - margin}
        y={y + margin + 8}
        widths={[width - 2 * margin]}
        page={direction}
        size={sizes.title}
        medium
      />
      {drawn(({ kind }) => isStage(kind), PictureStage)}
      <g aria-hidden>
        {ways.ways.map((way) => (
          <Line key={way.id} way={way} paper={paper} />
        ))}
      </g>
      {drawn((box) => !isStage(box.kind) && !isPill(box) && box.kind !== 'note', PictureCard)}
      {drawn(isPill, PicturePill)}
      {drawn(({ kind }) => kind === 'note', PictureNote)}
    </svg>
  );
}

const strokes = {
  time: { stroke: colours.time, strokeWidth: 1.5, strokeDasharray: '6 4' },
  decision: { stroke: colours.decision, strokeWidth: 1.25 },
} as const;

function Line({ way, paper: { direction } }: { readonly way: MapWay; readonly paper: Paper }) {
  const { line, head } = routePath(direction === 'ltr' ? way.points : way.points.map((point) => ({ ...point, x: -point.x })));
  const look = lookOf(way.row);
  const how = look === 'time' || look === 'decision' ? strokes[look] : { stroke: colours.edge, strokeWidth: 1.5 };
  const isHollow = look === 'decision';
  return (
    <>
      <path d={line} {...how} />
      <path d={head} fill={isHollow ? colours.surface : how.stroke} {...(isHollow ? { stroke: how.stroke } : {})} />
    </>
  );
}

/** All boxes and lines, with room around and a headline above. */
function boundsOf(paper: Paper): Rect {
  const rects: readonly Rect[] = paper.plan.boxes.map((box) => sheetOf(box, paper));
  const points = paper.ways.ways.flatMap((way) => way.points);
  const xs = [...rects.flatMap(({ x, width }) => [x, x + width]), ...points.map(({ x }) => (paper.direction === 'ltr' ? x : -x))];
  const ys = [...rects.flatMap(({ y, height }) => [y - 24, y + height]), ...points.map(({ y }) => y)];
  const least = (values: readonly number[]) => values.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const most = (values: readonly number[]) => values.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  if (xs.length === 0) return { x: 0, y: 0, width: 480, height: 2 * margin + headline };
  const x = Math.floor(least(xs)) - margin;
  const y = Math.floor(least(ys)) - margin - headline;
  return { x, y, width: Math.max(480, Math.ceil(most(xs)) + margin - x), height: Math.ceil(most(ys)) + margin - y };
}
