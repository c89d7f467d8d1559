package io.quartermaster.pipelines.replenishment.sandbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * One message between the task and a solver process: a mark, a number that pairs question and
 * answer, a length and so many bytes. A question without bytes asks to stop the one of its number.
 * The mark tells when something else was printed between two messages.
 *
 * @param number of the question
 * @param payload what is asked or answered
 */
record Frame(long number, byte[] payload) {

    private static final int MARK = 0x514d5350;

    boolean stops() {
        return payload.length == 0;
    }

    static void write(DataOutputStream out, long number, byte[] payload) throws IOException {
        out.writeInt(MARK);
        out.writeLong(number);
        out.writeInt(payload.length);
        out.write(payload);
        out.flush();
    }

    /**
     * The next message.
     *
     * @throws EOFException when the other side has ended
     * @throws IOException when what comes is no message
     */
    static Frame read(DataInputStream in) throws IOException {
        int mark = in.readInt();
        if (mark != MARK) {
            throw new IOException("%08x is no mark of a message".formatted(mark));
        }
        long number = in.readLong();
        byte[] payload = new byte[in.readInt()];
        in.readFully(payload);
        return new Frame(number, payload);
    }
}
