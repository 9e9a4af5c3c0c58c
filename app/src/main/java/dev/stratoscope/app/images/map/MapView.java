package dev.stratoscope.app.images.map;

/**
 * All there is to know for one picture of the map.
 *
 * @param width of the control
 * @param height of the control
 * @param selected the number of the selected row; -1 for none
 * @param lit the number of the column whose images are lit; -1 for none
 */
record MapView(MapGeometry geometry, double width, double height, int selected, int lit) {
    /** Whether a row has the column that is lit. */
    boolean isLit(int row) {
        return lit >= 0 && geometry.layout().columns().get(lit).rows().contains(row);
    }
}
