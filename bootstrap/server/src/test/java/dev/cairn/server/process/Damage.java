package dev.cairn.server.process;

import java.util.Arrays;
import java.util.Random;

/** What happens to the bytes of a file that should not. */
enum Damage {
    FLIPPED_BYTES,
    ZEROED_PAGE,
    RANDOM_PAGE,
    SWAPPED_PAGES,
    CUT,
    DAMAGED_HEADER;

    private static final int PAGE = 4_096;
    private static final int HEADER = 100;

    byte[] done(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int page = random.nextInt(Math.max(1, bytes.length / PAGE)) * PAGE;
        int end = Math.min(page + PAGE, bytes.length);
        switch (this) {
            case FLIPPED_BYTES -> {
                for (int i = random.nextInt(20); i >= 0; i--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
                }
            }
            case ZEROED_PAGE -> Arrays.fill(bytes, page, end, (byte) 0);
            case RANDOM_PAGE -> {
                for (int i = page; i < end; i++) {
                    bytes[i] = (byte) random.nextInt(256);
                }
            }
            case SWAPPED_PAGES -> {
                int other = random.nextInt(Math.max(1, bytes.length / PAGE)) * PAGE;
                int length = Math.min(end - page, bytes.length - other);
                System.arraycopy(whole, other, bytes, page, length);
                System.arraycopy(whole, page, bytes, other, length);
            }
            case CUT -> bytes = Arrays.copyOf(whole, random.nextInt(whole.length));
            case DAMAGED_HEADER -> bytes[random.nextInt(HEADER)] ^= (byte) (1 + random.nextInt(255));
        }
        return bytes;
    }
}
