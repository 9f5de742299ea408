/** Says that the build works, for it is quiet until the server speaks; for the Java of any version (profile start of pom.xml). */
final class Building {
    public static void main(String[] arguments) {
        System.out.println("Building Cairn: less than a minute the first time, then it starts.");
    }
}
