import { app } from '../../shared/scripts/app.js';
import '../../shared/scripts/criteria.js';

export default app('Översikt', {
  customScripts: ['scripts/table-texts', 'scripts/closed-tabs', 'scripts/told-counters']
});
