import { geoArea, geoContains, geoInterpolate, geoNaturalEarth1, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import { countryName } from '../texts/format';
import { centreOf, type Point } from './centres';

interface Props {
  readonly origin: string | undefined;
  readonly destination: string | undefined;
  readonly place: string | undefined;
}

const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>;
const world = feature(topology, topology.objects.countries) as FeatureCollection<Geometry>;
const [width, height] = [640, 330];

/** The world, turned so that the way from one end to the other is not cut by the map's edge. */
function draw(turn: number) {
  const projection = geoNaturalEarth1().rotate([-turn, 0]).fitExtent([[4, 4], [width - 4, height - 4]], { type: 'Sphere' });
  const path = geoPath(projection);
  return {
    projection,
    path,
    sphere: path({ type: 'Sphere' }) ?? '',
    countries: world.features.map((country) => ({ country, outline: path(country) ?? '' })),
  };
}

/** The longitude halfway, on the shorter side of the globe. */
function halfway(from: Point | undefined, to: Point | undefined): number {
  if (!from || !to) return 0;
  const apart = ((to[0] - from[0] + 540) % 360) - 180;
  return from[0] + apart / 2;
}

/** A small map: from the origin's country to the destination's, and where the shipment was last seen. */
export default function RouteMap({ origin, destination, place }: Props) {
  const { t } = useTranslation();
  const [from, to, at] = [centreOf(origin), centreOf(destination), centreOf(place)];
  const turn = halfway(from, to);
  const { projection, path, sphere, countries } = useMemo(() => draw(turn), [turn]);
  const route = from && to ? (path(greatCircle(from, to)) ?? '') : '';
  const ends = [from, to].filter((point) => point !== undefined);
  const name = (code: string | undefined): string => (code ? countryName(code) : t('map.unknown'));

  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="world"
      role="img"
      aria-label={t('map.label', { origin: name(origin), destination: name(destination), place: name(place) })}
    >
      <path d={sphere} className="sea" />
      {countries.map(({ country, outline }, index) => (
        <path key={index} d={outline} className={ends.some((end) => isWithin(country, end)) ? 'country end' : 'country'} />
      ))}
      {route && <path d={route} className="route" />}
      <Mark at={from && projection([...from])} className="origin" title={`${t('map.origin')}: ${name(origin)}`} />
      <Mark at={to && projection([...to])} className="destination" title={`${t('map.destination')}: ${name(destination)}`} />
      <Mark at={at && projection([...at])} className="place" title={`${t('map.place')}: ${name(place)}`} />
    </svg>
  );
}

const greatCircle = (from: Point, to: Point): GeoPermissibleObjects => {
  const at = geoInterpolate([...from], [...to]);
  return { type: 'LineString', coordinates: Array.from({ length: 41 }, (_, step) => at(step / 40)) };
};

// The test by area keeps the sphere's rounding from putting a point into the antipode of a tiny country.
const isWithin = (country: Feature<Geometry>, [longitude, latitude]: Point): boolean =>
  geoArea(country) < Math.PI * 2 && geoContains(country, [longitude, latitude]);

function Mark({ at, className, title }: { readonly at: [number, number] | null | undefined; readonly className: string; readonly title: string }) {
  if (!at) return null;
  return (
    <circle cx={at[0]} cy={at[1]} r={className === 'place' ? 7 : 5} className={`mark ${className}`}>
      <title>{title}</title>
    </circle>
  );
}
