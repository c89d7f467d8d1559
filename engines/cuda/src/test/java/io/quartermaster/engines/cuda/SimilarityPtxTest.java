package io.quartermaster.engines.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import jcuda.nvptxcompiler.JNvPTXCompiler;
import jcuda.nvptxcompiler.nvPTXCompileResult;
import jcuda.nvptxcompiler.nvPTXCompilerHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarityPtxTest {

    @Test
    void wasBuiltFromTheSourceAsItIs() throws IOException, GeneralSecurityException {
        byte[] source = Files.readAllBytes(Path.of("src/main/cuda/similarity.cu"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(source);
        assertThat(SimilarityPtx.text().lines().findFirst())
                .as("run engines/cuda/build-ptx where nvcc is")
                .contains("// source sha256 " + HexFormat.of().formatHex(hash));
    }

    @Test
    void asksForNoNewerDriverThanItNeeds() {
        assertThat(SimilarityPtx.text())
                .contains(".version 8.0\n")
                .contains(".target sm_75\n")
                .doesNotContain("used_bytes_mask");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sm_75", "sm_80", "sm_86", "sm_89", "sm_90"})
    void assemblesWithoutSpills(String architecture) {
        PrivateLibraries.load(() -> JNvPTXCompiler.nvPTXCompilerGetVersion(new int[1], new int[1]));
        byte[] ptx = SimilarityPtx.terminated();
        nvPTXCompilerHandle compiler = new nvPTXCompilerHandle();
        check(JNvPTXCompiler.nvPTXCompilerCreate(compiler, ptx.length - 1, ptx));
        try {
            String[] options = {"--gpu-name=" + architecture, "--verbose"};
            check(JNvPTXCompiler.nvPTXCompilerCompile(compiler, options.length, options));
            assertThat(log(compiler))
                    .contains("select_rows")
                    .contains("merge_lists")
                    .contains("put_rows")
                    .contains("score_pairs")
                    .contains("select_sparse_rows")
                    .contains("0 bytes spill stores, 0 bytes spill loads")
                    .doesNotContainPattern("[1-9]\\d* bytes spill");
        } finally {
            check(JNvPTXCompiler.nvPTXCompilerDestroy(compiler));
        }
    }

    private static String log(nvPTXCompilerHandle compiler) {
        long[] size = new long[1];
        check(JNvPTXCompiler.nvPTXCompilerGetInfoLogSize(compiler, size));
        byte[] log = new byte[Math.toIntExact(size[0]) + 1];
        check(JNvPTXCompiler.nvPTXCompilerGetInfoLog(compiler, log));
        return new String(log, StandardCharsets.UTF_8);
    }

    private static void check(int code) {
        assertThat(code).as(nvPTXCompileResult.stringFor(code)).isZero();
    }
}
