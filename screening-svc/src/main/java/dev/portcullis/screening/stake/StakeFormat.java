package dev.portcullis.screening.stake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The forms in which stakes come. */
public enum StakeFormat {
    CSV,
    /** FollowTheMoney, an entity as a JSON object a line. */
    FTM;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Reads a stream to its end, in bounded memory whatever it holds.
     *
     * @param source the name of the source, which its own ids are kept apart by
     * @throws UnreadableStakesException where the file is refused
     * @throws IOException where the stream breaks off
     */
    public StakeFile read(InputStream file, String source) throws IOException {
        try {
            Reader text = text(file);
            return this == CSV ? new CsvStakes(source).read(text) : new FtmStakes(source).read(text);
        } catch (CharacterCodingException e) {
            throw new UnreadableStakesException("it is not UTF-8");
        }
    }

    private static Reader text(InputStream file) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                file,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }
}
