import { app } from '../../shared/scripts/app.js';

export default app('Administration');
