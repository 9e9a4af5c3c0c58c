/**
 * The engine of Stratoscope: images, layers and trees as immutable values. It knows nothing of
 * JavaFX.
 */
@org.jspecify.annotations.NullMarked
module dev.stratoscope.model {
    requires transitive com.fasterxml.jackson.databind;
    requires com.github.luben.zstd_jni;
    requires java.net.http;
    requires org.apache.commons.compress;
    requires org.tukaani.xz;
    requires static transitive org.jspecify;

    exports dev.stratoscope.model;
    exports dev.stratoscope.model.build;
    exports dev.stratoscope.model.compare;
    exports dev.stratoscope.model.container;
    exports dev.stratoscope.model.diff;
    exports dev.stratoscope.model.diff.content;
    exports dev.stratoscope.model.dockerfile;
    exports dev.stratoscope.model.host;
    exports dev.stratoscope.model.image;
    exports dev.stratoscope.model.parcel;
    exports dev.stratoscope.model.runtime;
    exports dev.stratoscope.model.task;
    exports dev.stratoscope.model.tree;
}
