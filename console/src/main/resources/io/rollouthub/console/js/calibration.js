// How often what was called 10 %, 20 %, … came true: on the diagonal a forecast means what it says.

import {axis, line, tooltip} from './looks.js';
import {colour} from './theme.js';
import {count, number, percent} from './words.js';

/** The chart of forecasts by what they were called. */
export function calibration({calibration: bands, forecasts, brier, brierOfPromise}) {
  const some = bands.filter((one) => one.forecasts > 0);
  return {
    name: 'What was called so came true so often',
    says: `${count(forecasts, 'forecast')} judged. ${some.map(sentence).join(' ')} Brier score ${number(brier, 3)},`
      + ` that of believing every promise ${number(brierOfPromise, 3)}.`,
    samples: [{name: 'Came true', sample: 'line actual'}, {name: 'As called', sample: 'line baseline'}],
    table: {
      columns: ['Called', 'Forecasts', 'Came true', 'Share'],
      rows: bands.map((one) => [called(one), number(one.forecasts), number(one.met), percent(share(one))]),
    },
    config: () => ({
      type: 'line',
      data: {datasets: [
        line('Came true', some.map((one) => ({x: 100 * one.mean, y: 100 * share(one), of: one})), {
          stroke: 'chart-actual', width: 2, pointRadius: 5, pointBackgroundColor: colour('surface'), pointBorderWidth: 2,
          pointHitRadius: 12,
        }),
        line('As called', [{x: 0, y: 0}, {x: 100, y: 100}], {
          stroke: 'chart-baseline', dash: [3, 3], width: 1.5, pointHitRadius: 0, pointHoverRadius: 0,
        }),
      ]},
      options: options(),
    }),
  };
}

const share = ({forecasts, met}) => (forecasts === 0 ? null : met / forecasts);

const called = (band) => `${number(band.called)}\u00a0%`;

const sentence = (one) => `Of ${number(one.forecasts)} called ${called(one)} ${number(one.met)} came true.`;

function options() {
  const scale = {type: 'linear', min: 0, max: 100, ticks: {stepSize: 20, callback: (value) => `${value} %`}};
  return {
    layout: {padding: {top: 8, right: 16}},
    interaction: {mode: 'nearest', intersect: true},
    scales: {x: axis({...scale, title: 'Called'}), y: axis({...scale, title: 'Came true'})},
    plugins: {tooltip: tooltip({title: () => '', label: ({raw}) => (raw.of ? ` ${sentence(raw.of)}` : '')})},
  };
}
