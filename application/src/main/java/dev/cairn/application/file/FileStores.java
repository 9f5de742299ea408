package dev.cairn.application.file;

import dev.cairn.domain.file.FileImportRepository;
import dev.cairn.domain.file.FileWordRepository;
import dev.cairn.domain.file.ProjectFileRepository;
import dev.cairn.domain.file.ProjectFolderRepository;
import dev.cairn.domain.job.JobRepository;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.setting.SystemSettings;

/** The stores that the use cases of files share. */
public record FileStores(
        ProjectRepository projects,
        ProjectFolderRepository folders,
        ProjectFileRepository files,
        FileWordRepository words,
        FileImportRepository imports,
        JobRepository jobs,
        SettingRepository settings) {
    SystemSettings system() {
        return SystemSettings.of(settings.all(SettingHome.SYSTEM));
    }

    /** What of a folder is not looked at now. */
    FolderRules rules() {
        SystemSettings system = system();
        return new FolderRules(system.indexFileBytes(), system.secretPatterns());
    }
}
