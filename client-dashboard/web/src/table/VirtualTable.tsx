import { tableFeatures, useTable, type ColumnDef, type RowData } from '@tanstack/react-table';
import { useVirtualizer, useWindowVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';

export const features = tableFeatures({});
type Features = typeof features;
/** A column of a table. */
export type Column<T extends RowData> = ColumnDef<Features, T>;

interface Props<T extends RowData> {
  /** Says what the table holds, to whoever cannot see it. */
  readonly label: string;
  /** The class that lays the columns out. */
  readonly layout: string;
  readonly columns: Column<T>[];
  readonly rows: T[];
  readonly keyOf: (row: T) => string;
  /** Whether the table scrolls with the page or in a box of its own. */
  readonly scroll: 'page' | 'box';
  readonly rowHeight: number;
  readonly rowClass?: (row: T) => string;
  /** Told which rows are on the screen. */
  readonly onShown?: (rows: readonly T[]) => void;
  /** Told when the last rows are near. */
  readonly onEnd?: () => void;
  readonly empty: ReactNode;
}

/** A table of any length: only the rows that are on the screen exist in the document. */
export function VirtualTable<T extends RowData>(props: Props<T>) {
  return props.scroll === 'page' ? <PageTable {...props} /> : <BoxTable {...props} />;
}

function PageTable<T extends RowData>(props: Props<T>) {
  const body = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => setMargin(body.current ? body.current.getBoundingClientRect().top + window.scrollY : 0);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const virtualizer = useWindowVirtualizer<HTMLDivElement>({
    count: props.rows.length,
    estimateSize: () => props.rowHeight,
    overscan: 8,
    scrollMargin: margin,
    getItemKey: (index) => keyAt(props, index),
  });
  return (
    <div className="table">
      <Table {...props} virtualizer={virtualizer} margin={margin} bodyRef={body} />
    </div>
  );
}

function BoxTable<T extends RowData>(props: Props<T>) {
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: props.rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => props.rowHeight,
    overscan: 4,
    getItemKey: (index) => keyAt(props, index),
  });
  return (
    <div className="table box" ref={box} tabIndex={0} role="region" aria-label={props.label}>
      <Table {...props} virtualizer={virtualizer} margin={0} />
    </div>
  );
}

const keyAt = <T extends RowData>(props: Props<T>, index: number): string | number => {
  const row = props.rows[index];
  return row === undefined ? index : props.keyOf(row);
};

interface Drawn<T extends RowData> extends Props<T> {
  readonly virtualizer: Virtualizer<Window, HTMLDivElement> | Virtualizer<HTMLDivElement, HTMLDivElement>;
  readonly margin: number;
  readonly bodyRef?: React.Ref<HTMLDivElement>;
}

function Table<T extends RowData>({ virtualizer, margin, bodyRef, ...props }: Drawn<T>) {
  const table = useTable({ features, columns: props.columns, data: props.rows, getRowId: props.keyOf });
  const rows = table.getRowModel().rows;
  const items = virtualizer.getVirtualItems();
  useShown(props, items);

  if (rows.length === 0) return <div className="empty">{props.empty}</div>;
  return (
    <div role="table" aria-label={props.label} aria-rowcount={rows.length + 1} className={props.layout}>
      {table.getHeaderGroups().map((group) => (
        <div role="row" className="row head" key={group.id} aria-rowindex={1}>
          {group.headers.map((header) => (
            <div role="columnheader" key={header.id} className={`cell ${header.column.id}`}>
              <table.FlexRender header={header} />
            </div>
          ))}
        </div>
      ))}
      <div role="rowgroup" ref={bodyRef} className="body" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <div
              role="row"
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              data-row={row.id}
              aria-rowindex={item.index + 2}
              className={`row ${props.rowClass?.(row.original) ?? ''}`}
              style={{ transform: `translateY(${item.start - margin}px)` }}
            >
              {row.getAllCells().map((cell) => (
                <div role="cell" key={cell.id} className={`cell ${cell.column.id}`}>
                  <table.FlexRender cell={cell} />
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function useShown<T extends RowData>({ rows, keyOf, onShown, onEnd }: Props<T>, items: readonly VirtualItem[]): void {
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const shown = rows.slice(first, last + 1);
  const keys = shown.map(keyOf).join('\n');
  const atEnd = rows.length > 0 && last >= rows.length - 10;
  useEffect(() => onShown?.(shown), [keys]);
  useEffect(() => {
    if (atEnd) onEnd?.();
  }, [atEnd, rows.length]);
}
