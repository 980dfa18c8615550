import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import { onCounters } from '../server/live';

const windowSeconds = 60;

/** Facts per second over the last minute, drawn as they come. */
export function FactsChart() {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');

  useEffect(() => {
    const element = box.current;
    return element ? draw(element) : undefined;
  }, [scheme]);

  return <div className="chart" ref={box} role="img" aria-label={t('counter.factsChart')} />;
}

// What was drawn stays when the theme changes or the officer comes back to the screen.
let times: number[] = [];
let rates: number[] = [];

function draw(element: HTMLDivElement): () => void {
  const line = getComputedStyle(element).getPropertyValue('--chart-line').trim();
  const fill = getComputedStyle(element).getPropertyValue('--chart-fill').trim();
  const size = (): { width: number; height: number } => ({ width: Math.max(60, element.clientWidth), height: Math.max(24, element.clientHeight) });
  const chart = new uPlot(
    {
      ...size(),
      legend: { show: false },
      cursor: { show: false },
      padding: [4, 0, 2, 0],
      axes: [{ show: false }, { show: false }],
      scales: {
        x: { time: false, range: (_, __, max) => [max - windowSeconds, max] },
        y: { range: (_, __, max) => [0, Math.max(1, max * 1.1)] },
      },
      series: [{}, { stroke: line, fill, width: 1.5, points: { show: false } }],
    },
    [times, rates],
    element,
  );
  const observer = new ResizeObserver(() => chart.setSize(size()));
  observer.observe(element);
  const stop = onCounters((counters) => {
    const at = performance.now() / 1000;
    if (at - (times.at(-1) ?? 0) < 0.1) return;
    const first = times.findIndex((time) => time > at - windowSeconds - 1);
    times = [...times.slice(Math.max(0, first)), at];
    rates = [...rates.slice(Math.max(0, first)), counters.factsPerSecond];
    chart.setData([times, rates]);
  });
  return () => {
    stop();
    observer.disconnect();
    chart.destroy();
  };
}
