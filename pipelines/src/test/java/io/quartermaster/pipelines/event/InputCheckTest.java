package io.quartermaster.pipelines.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputCheckTest {

    private static final String RETAIL =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
                    + "536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n";

    @TempDir private Path folder;

    @Test
    void refusesAMissingFile() {
        Path missing = folder.resolve("absent.csv");
        refuses(
                () -> RawInput.retail(missing),
                "The path (" + missing + ") does not exist.",
                "Maybe it is relative to another folder than this one.");
    }

    @Test
    void refusesAFolderWhereAFileIsAsked() {
        refuses(
                () -> RawInput.retail(folder),
                "The path (" + folder + ") is a folder, a file is asked for.",
                "Maybe name one of the files in it.");
    }

    @Test
    void refusesAFileWhereAFolderIsAsked() throws IOException {
        Path file = write("orders.csv", RETAIL);
        refuses(
                () -> RawInput.events(file),
                "The path (" + file + ") is a file, a folder is asked for.",
                "Maybe name the folder it lies in.");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Path file = write("retail.csv", "");
        refuses(
                () -> RawInput.retail(file),
                "The file (" + file + ") is empty.",
                "Maybe what writes it was not finished.");
    }

    @Test
    void refusesACompressedFileThatHoldsNothing() throws IOException {
        Path file = folder.resolve("retail.csv.gz");
        Files.write(file, gzip(""));
        refuses(
                () -> RawInput.retail(file),
                "The file (" + file + ") holds nothing.",
                "Maybe what writes it was not finished.");
    }

    @Test
    void refusesAnEmptyFolder() {
        refuses(
                () -> RawInput.events(folder),
                "The folder (" + folder + ") is empty.",
                "Maybe it is not the one that was meant.");
    }

    @Test
    void refusesAFolderWithoutFilesOfEvents() throws IOException {
        write("notes.txt", "hello");
        refuses(
                () -> RawInput.events(folder),
                "The folder (" + folder + ") holds no file of events, only (notes.txt).",
                "Maybe its files are not named by their kind: orders.csv, behaviour.jsonl.gz, …");
    }

    @Test
    void namesTheColumnsThatAreMissing() throws IOException {
        Path file = write("retail.csv", "InvoiceNo;StockCode\n1;2\n");
        refuses(
                () -> RawInput.retail(file),
                "The file ("
                        + file
                        + ") lacks the columns (InvoiceNo, StockCode, Description, Quantity,"
                        + " InvoiceDate, UnitPrice, CustomerID, Country); it has"
                        + " (InvoiceNo;StockCode).",
                "Maybe it is another file, has no header, or its columns are not separated by"
                        + " commas.");
    }

    @Test
    void namesTheFieldsThatAFirstJsonLineLacks() throws IOException {
        Path file = write("stock.jsonl", "{\"id\":1,\"item\":\"A\",\"on_hand\":2}\n");
        refuses(
                () -> RawInput.events(folder),
                "The file ("
                        + file
                        + ") lacks the columns (time, place); it has (id,item,on_hand).",
                "Maybe it is another file, has no header, or its columns are not separated by"
                        + " commas.");
    }

    @Test
    void refusesATruncatedGzip() throws IOException {
        byte[] whole = gzip(RETAIL.repeat(2000));
        Path file = folder.resolve("retail.csv.gz");
        Files.write(file, Arrays.copyOf(whole, whole.length - 12));
        refuses(
                () -> RawInput.retail(file),
                "The file ("
                        + file
                        + ") is cut off or damaged: Unexpected end of ZLIB input stream.",
                "Maybe its copy was not finished, or it is not compressed by gzip.");
    }

    @Test
    void refusesRandomBytes() throws IOException {
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        Path plain = Files.write(folder.resolve("retail.csv"), noise);
        refuses(
                () -> RawInput.retail(plain),
                "The file (" + plain + ") is not text.",
                "Maybe it is compressed (its name then ends in .gz), or of another program.");
        Path compressed = Files.write(folder.resolve("retail.csv.gz"), noise);
        refuses(
                () -> RawInput.retail(compressed),
                "The file (" + compressed + ") is cut off or damaged: Not in GZIP format.",
                "Maybe its copy was not finished, or it is not compressed by gzip.");
    }

    @Test
    void namesTheFilesThatAnOlistFolderLacks() throws IOException {
        write("customers.csv", "customer_id,customer_unique_id,customer_state\nc,u,SP\n");
        refuses(
                () -> RawInput.olist(folder),
                "The folder ("
                        + folder
                        + ") lacks the files (orders.csv, order_items.csv, order_payments.csv,"
                        + " order_reviews.csv, products.csv).",
                "Maybe it is not an Olist folder, or was not unpacked as a whole.");
    }

    @Test
    void ignoresOtherFilesInAFolderOfEventsAndSaysWhich() throws IOException {
        write("stock.csv", "id,time,item,place,on_hand\n");
        write("truth.csv", "item\n");
        RawInput input = RawInput.events(folder);
        assertThat(input.files()).containsExactly(folder.resolve("stock.csv"));
        assertThat(input.ignored()).containsExactly("truth.csv");
    }

    @Test
    void findsWhetherTheRetailFileIsInTimeOrder() throws IOException {
        String earlier = "C1,85123A,HOLDER,-6,2010-12-01 08:25:00,2.55,,France\n";
        assertThat(RawInput.retail(write("ordered.csv", RETAIL)).inTimeOrder()).isTrue();
        assertThat(RawInput.retail(write("other.csv", RETAIL + earlier)).inTimeOrder()).isFalse();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void refuses(ThrowingCallable reading, String message, String remedy) {
        assertThatThrownBy(reading)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message + "\n" + remedy);
    }
}
