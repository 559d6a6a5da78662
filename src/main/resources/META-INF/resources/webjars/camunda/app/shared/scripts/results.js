/*
 * Draws the charts of the page Resultat, each from its own table: what is withheld there has no bar. Served beside
 * Camunda's web applications. Written against Camunda 7.24.0.
 */
const COLOURS = ['#1d5b79', '#8fb8cc'];
const TARGET = '#b3261e';
const LINE = 17;
/* Wider than any paper, so that the bars are as sharp there. */
const PAPER = 640;

/* A goal's target is a line across its bar. */
const targets = rows => ({
  id: 'targets',
  afterDatasetsDraw(chart) {
    const { ctx, scales } = chart;
    ctx.save();
    ctx.strokeStyle = TARGET;
    ctx.lineWidth = 3;
    for (const [index, row] of rows.entries()) {
      for (const [period, target] of row.targets.entries()) {
        const bar = chart.getDatasetMeta(period).data[index];
        if (target !== null && bar) {
          const x = scales.x.getPixelForValue(target);
          const half = (bar.height || LINE) / 2 + 4;
          ctx.beginPath();
          ctx.moveTo(x, bar.y - half);
          ctx.lineTo(x, bar.y + half);
          ctx.stroke();
        }
      }
    }
    ctx.restore();
  }
});

/* The lines of a label, none longer than what is left beside the bars. */
function lines(label, letters) {
  const wrapped = [''];
  for (const word of label.split(' ')) {
    const last = wrapped[wrapped.length - 1];
    if (last && last.length + word.length >= letters) {
      wrapped.push(word);
    } else {
      wrapped[wrapped.length - 1] = last ? `${last} ${word}` : word;
    }
  }
  return wrapped;
}

function read(table) {
  return {
    periods: [...table.querySelectorAll('th[scope=colgroup]')].map(period => period.textContent),
    rows: [...table.querySelectorAll('tbody tr')].map(row => ({
      label: row.querySelector('th').textContent,
      bars: JSON.parse(row.dataset.bars),
      targets: JSON.parse(row.dataset.targets)
    }))
  };
}

function draw(canvas) {
  const { periods, rows } = read(document.getElementById(canvas.dataset.table));
  const letters = canvas.parentElement.clientWidth < 500 ? 18 : 40;
  const labels = rows.map(row => lines(row.label, letters));
  const series = Math.max(1, periods.length);
  const height = labels.reduce((sum, label) => sum + Math.max(label.length * LINE, series * 20) + 12, 60);
  canvas.parentElement.style.height = `${height + (series > 1 ? 32 : 0)}px`;
  return new globalThis.Chart(canvas, {
    type: 'bar',
    data: {
      labels,
      datasets: Array.from({ length: series }, (_, period) => ({
        label: periods[period],
        data: rows.map(row => row.bars[period]),
        backgroundColor: COLOURS[period],
        maxBarThickness: 20
      }))
    },
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      plugins: { legend: { display: series > 1 } },
      scales: {
        x: canvas.dataset.axis === 'PERCENT' ? { min: 0, max: 100 } : { ticks: { precision: 0 } },
        y: { ticks: { autoSkip: false, font: { size: 13 } } }
      }
    },
    plugins: [targets(rows)]
  });
}

const charts = [...document.querySelectorAll('canvas[data-table]')].map(draw);
addEventListener('beforeprint', () => {
  for (const chart of charts) {
    chart.resize(PAPER, chart.height);
  }
});
addEventListener('afterprint', () => {
  for (const chart of charts) {
    chart.resize();
  }
});

/* A table that is wider than the page is scrolled in its own box, by the keyboard too. */
for (const box of document.querySelectorAll('.box')) {
  if (box.scrollWidth > box.clientWidth) {
    box.tabIndex = 0;
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', box.querySelector('caption').textContent);
  }
}

/* A period and days of one's own: the last that is chosen counts. */
const form = document.querySelector('form').elements;
for (const [named, ...days] of [
  ['period', 'from', 'to'],
  ['compare', 'compareFrom', 'compareTo']
]) {
  const fields = days.map(day => form[day]).filter(Boolean);
  form[named].addEventListener('change', () => {
    for (const field of fields) {
      field.value = '';
    }
  });
  for (const field of fields) {
    field.addEventListener('change', () => {
      form[named].value = '';
    });
  }
}
