package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.ProductVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "quartermaster " + ProductVersion.current(),
            "Java " + Runtime.version() + " on " + System.getProperty("os.arch")
        };
    }
}
