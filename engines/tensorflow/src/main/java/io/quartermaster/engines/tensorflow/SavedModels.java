package io.quartermaster.engines.tensorflow;

import ai.djl.MalformedModelException;
import ai.djl.ModelException;
import ai.djl.ndarray.NDList;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.tensorflow.engine.SavedModelBundle;
import ai.djl.tensorflow.engine.TfSymbolBlock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** SavedModels as DJL loads them. */
final class SavedModels {

    private SavedModels() {}

    /**
     * Loads one.
     *
     * @param signature one that it has
     * @throws IllegalArgumentException when it is damaged
     */
    static ZooModel<NDList, NDList> open(Path folder, String signature) {
        try {
            return Criteria.builder()
                    .setTypes(NDList.class, NDList.class)
                    .optModelPath(folder.toAbsolutePath())
                    .optEngine("TensorFlow")
                    .optOption("SignatureDefKey", signature)
                    .build()
                    .loadModel();
        } catch (MalformedModelException e) {
            throw damaged(folder, e);
        } catch (ModelException e) {
            throw damaged(folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The model of " + folder + " cannot be read.", e);
        }
    }

    static SavedModelBundle bundle(ZooModel<NDList, NDList> model) {
        return ((TfSymbolBlock) model.getBlock()).getSavedModelBundle();
    }

    private static IllegalArgumentException damaged(Path folder, ModelException cause) {
        return new IllegalArgumentException(
                "The model of (%s) is damaged: %s.\nMaybe train it again."
                        .formatted(folder, cause.getMessage()),
                cause);
    }
}
