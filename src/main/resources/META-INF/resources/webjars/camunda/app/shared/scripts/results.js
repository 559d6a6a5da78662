/*
 * Draws the charts of the page Resultat, each from its own table: what is withheld there has no bar. Served beside
 * Camunda's web applications. Written against Camunda 7.24.0.
 */
const BLUE = '#1d5b79';
const TARGET = '#b3261e';

/* A goal's target is a line across its bar. */
const targets = rows => ({
  id: 'targets',
  afterDatasetsDraw(chart) {
    const { ctx, scales } = chart;
    ctx.save();
    ctx.strokeStyle = TARGET;
    ctx.lineWidth = 3;
    for (const [index, row] of rows.entries()) {
      const x = scales.x.getPixelForValue(Number(row.dataset.target));
      const y = scales.y.getPixelForValue(index);
      const half = scales.y.height / rows.length / 2;
      ctx.beginPath();
      ctx.moveTo(x, y - half);
      ctx.lineTo(x, y + half);
      ctx.stroke();
    }
    ctx.restore();
  }
});

function draw(canvas) {
  const rows = [...document.getElementById(canvas.dataset.table).querySelectorAll('tbody tr')];
  const goals = canvas.dataset.kind === 'goals';
  canvas.parentElement.style.height = `${60 + 28 * rows.length}px`;
  new globalThis.Chart(canvas, {
    type: 'bar',
    data: {
      labels: rows.map(row => row.querySelector('th').textContent),
      datasets: [
        {
          data: rows.map(row => (row.dataset.value === undefined ? null : Number(row.dataset.value))),
          backgroundColor: BLUE,
          maxBarThickness: 20
        }
      ]
    },
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      plugins: { legend: { display: false } },
      scales: { x: goals ? { min: 0, max: 100 } : { ticks: { precision: 0 } }, y: { ticks: { autoSkip: false } } }
    },
    plugins: goals ? [targets(rows)] : []
  });
}

document.querySelectorAll('canvas[data-table]').forEach(draw);
