package dev.cairn.application.bad;

/** Bad: prints. */
public final class ChattyService {
    private ChattyService() {}

    public static void run() {
        System.out.println("hello");
    }
}
