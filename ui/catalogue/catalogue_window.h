#pragma once

#include "ui/document/newest_texts.h"

#include <QDialog>

#include <functional>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace trestle {

class BoundForm;
class CatalogueEdits;
class ListPage;
class PlanDocument;

/// The catalogue of the open plan, to be edited beside it: phases and items on the left, all of the one that is chosen
/// on the right. Each field that is done is one edit of the plan; what is wrong is said below while it is typed.
class CatalogueWindow : public QDialog {
    Q_OBJECT
public:
    /// How files are asked for; tests answer themselves.
    struct Files {
        std::function<QString(QWidget*, const QString& title, const QString& folder, const QString& filter)> toOpen;
        std::function<QString(QWidget*, const QString& title, const QString& path, const QString& filter)> toWrite;
        std::function<QString(QWidget*, const QString& title, const QString& label, const QString& text)> name;
    };
    CatalogueWindow(PlanDocument& document, Files files, QWidget* parent = nullptr);
    ~CatalogueWindow() override; ///< takes what is being typed

    [[nodiscard]] CatalogueEdits& edits() const { return *m_edits; }
    /// Chooses a phase or item by its id.
    void choose(const std::string& id);
    [[nodiscard]] QString problem() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTree();
    QWidget* makePages();
    QWidget* makeFoot();
    void refresh();
    void refreshTree();
    void showChosen();
    void addPhase();
    void addItem();
    void removeChosen();
    void moveChosen(int places);
    void saveForNewPlans();
    void importFile();
    void exportFile();
    void takeNewestTexts();
    void tell(const QString& text);
    void complain(const QString& problem);
    [[nodiscard]] std::string chosenId() const; ///< of a phase or item; empty: something else is chosen
    [[nodiscard]] std::string chosenPhase() const;

    PlanDocument& m_document;
    Files m_files;
    CatalogueEdits* m_edits;
    QTreeWidget* m_tree = nullptr;
    QScrollArea* m_scroll = nullptr;
    QStackedWidget* m_pages = nullptr;
    BoundForm* m_whole = nullptr;
    BoundForm* m_phase = nullptr;
    BoundForm* m_item = nullptr;
    std::vector<ListPage*> m_lists;
    QLabel* m_title = nullptr;
    QLabel* m_told = nullptr;
    QLineEdit* m_note = nullptr;
    QPushButton* m_addItem = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_up = nullptr;
    QPushButton* m_down = nullptr;
    QPushButton* m_newest = nullptr; ///< where there are newer texts
    NewestTexts m_texts;
    bool m_refreshing = false;
};

} // namespace trestle
