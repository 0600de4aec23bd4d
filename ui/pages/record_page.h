#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <array>

#include "models/progress/record.h"
// clang-format on

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QTreeWidget;
class QVBoxLayout;

namespace trestle {

class PlanDocument;
class RecordChart;
class RecordStore;

/// How the user's past projects came out: how long they take, whether promises held, each of them, and what can be done
/// with the record. The next plan can expect the same.
class RecordPage : public QWidget {
    Q_OBJECT
public:
    RecordPage(PlanDocument& document, RecordStore& store, QWidget* parent = nullptr);

Q_SIGNALS:
    void exportWanted(); ///< to a file that is to be asked for
    void mergeWanted();  ///< of such a file

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QLabel* addLabel(QVBoxLayout& column, const char* name, const QString& text = {});
    void addButtons(QVBoxLayout& column);
    void addHits(QVBoxLayout& column);
    void addProjects(QVBoxLayout& column);
    void refresh();
    void showRecord();
    void showButtons();
    void fillList();
    void fitList();
    void use();
    void recordPlan();
    void empty();
    void applyColours();

    PlanDocument& m_document;
    RecordStore& m_store;
    QScrollArea* m_scroll = nullptr;
    QLabel* m_headline = nullptr;
    QLabel* m_basis = nullptr;
    QPushButton* m_use = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_merge = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_empty = nullptr;
    QLabel* m_why = nullptr;    ///< why the plan has nothing for the record
    QWidget* m_shown = nullptr; ///< all that past projects are needed for
    QLabel* m_hitsTitle = nullptr;
    struct HitRow {
        QLabel* promise = nullptr;
        QLabel* hits = nullptr;
        QLabel* verdict = nullptr;
    };
    std::array<HitRow, 3> m_hits{};
    QLabel* m_chartTitle = nullptr;
    QLabel* m_chartNote = nullptr;
    RecordChart* m_chart = nullptr;
    QTreeWidget* m_list = nullptr;
    QLabel* m_place = nullptr; ///< of the file
    bool m_isFilled = false;   ///< chart and list are of the record as it is
};

} // namespace trestle
