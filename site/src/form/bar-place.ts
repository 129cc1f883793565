/** The id of the place in the bar at the foot where a form shows how far it is filled in. */
export const BAR_PLACE = 'form-bar';
